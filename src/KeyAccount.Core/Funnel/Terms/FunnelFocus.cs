using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Funnel;

/// <summary>What to manage at a stage of the funnel.</summary>
/// <remarks>《B2B 大客户开发与管理》 asks for the focus of each stage (管理内容和重点) and gives none: LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<FunnelFocus>))]
public sealed class FunnelFocus : Term<FunnelFocus>
{
    /// <summary>Who is covered, and how good the list is; value 1.</summary>
    public static readonly FunnelFocus Territory = new(1);
    /// <summary>Channels and response time; value 2.</summary>
    public static readonly FunnelFocus Leads = new(2);
    /// <summary>Is it worth it; value 3.</summary>
    public static readonly FunnelFocus Qualification = new(3);
    /// <summary>Who is for us, and what we are worth; value 4.</summary>
    public static readonly FunnelFocus ProofOfValue = new(4);
    /// <summary>Quality and fit of the offer; value 5.</summary>
    public static readonly FunnelFocus BidQuality = new(5);
    /// <summary>Negotiation within the guardrails; value 6.</summary>
    public static readonly FunnelFocus Negotiation = new(6);
    /// <summary>Delivery and collection; value 7.</summary>
    public static readonly FunnelFocus Collection = new(7);

    private FunnelFocus(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
