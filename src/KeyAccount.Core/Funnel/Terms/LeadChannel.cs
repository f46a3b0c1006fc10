using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Funnel;

/// <summary>Where a lead came from.</summary>
/// <remarks>《B2B 大客户开发与管理》 says there are ten channels (十大渠道) and names none: the number is the source's, the items are a
/// <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<LeadChannel>))]
public sealed class LeadChannel : OpenTerm<LeadChannel>, IOpenTerm<LeadChannel>
{
    /// <summary>A new need of an existing customer; value 1.</summary>
    public static readonly LeadChannel InstalledBase = new(1);
    /// <summary>A customer recommended us; value 2.</summary>
    public static readonly LeadChannel Referral = new(2);
    /// <summary>Our own event; value 3.</summary>
    public static readonly LeadChannel Event = new(3);
    /// <summary>Trade fair or association; value 4.</summary>
    public static readonly LeadChannel Exhibition = new(4);
    /// <summary>A tender portal; value 5.</summary>
    public static readonly LeadChannel TenderPortal = new(5);
    /// <summary>A partner or distributor; value 6.</summary>
    public static readonly LeadChannel Partner = new(6);
    /// <summary>A design institute or consultant; value 7.</summary>
    public static readonly LeadChannel DesignInstitute = new(7);
    /// <summary>Website and content; value 8.</summary>
    public static readonly LeadChannel Inbound = new(8);
    /// <summary>A first visit without an introduction; value 9.</summary>
    public static readonly LeadChannel ColdCall = new(9);
    /// <summary>Contacts of our leaders; value 10.</summary>
    public static readonly LeadChannel Executive = new(10);

    private LeadChannel(int value, [CallerMemberName] string name = "") : base(name, value) { }

    static LeadChannel IOpenTerm<LeadChannel>.Create(string name, int value) => new(value, name);
}
