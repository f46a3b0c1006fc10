using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Winback;

/// <summary>The cause of a customer's departure.</summary>
/// <remarks>《大客户销售技巧（客户关系管理篇）》 says there are seven main causes (七个主要原因) and names none; four of the seven follow its cases. The
/// number is the source's, the items are a <c>LibraryDefault</c>. Keaveney 1995 (Journal of Marketing 59(2):71–82) finds eight categories:
/// pricing is <see cref="Price"/>; core service failures are <see cref="Quality"/> and <see cref="DeliveryOrService"/>, where
/// inconvenience and failed service encounters belong too; responses to failed service are <see cref="ComplaintHandling"/>; competition
/// is <see cref="CompetitorPull"/>; involuntary switching is <see cref="OwnChange"/>. Ethical problems have no cause of their own here.
/// <see cref="KeyPersonChange"/> is the buyer's side of business between companies and is none of hers.</remarks>
[JsonConverter(typeof(TermJsonConverter<DepartureCause>))]
public sealed class DepartureCause : Term<DepartureCause>
{
    /// <summary>Our price; value 1.</summary>
    public static readonly DepartureCause Price = new(1);
    /// <summary>The quality of what we supply; value 2.</summary>
    public static readonly DepartureCause Quality = new(2);
    /// <summary>Our delivery and our service; value 3.</summary>
    public static readonly DepartureCause DeliveryOrService = new(3);
    /// <summary>Our handling of a complaint; value 4.</summary>
    public static readonly DepartureCause ComplaintHandling = new(4);
    /// <summary>A key person changed; value 5.</summary>
    public static readonly DepartureCause KeyPersonChange = new(5);
    /// <summary>A competitor offers more; value 6.</summary>
    public static readonly DepartureCause CompetitorPull = new(6);
    /// <summary>The customer itself changed; value 7.</summary>
    public static readonly DepartureCause OwnChange = new(7);

    private DepartureCause(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
