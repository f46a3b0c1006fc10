using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Needs;

/// <summary>A check of what must be known before value can be shown.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<NeedCheck>))]
public sealed class NeedCheck : Term<NeedCheck>
{
    /// <summary>At least one need of a key decision maker; value 1.</summary>
    public static readonly NeedCheck DeciderNeed = new(1);
    /// <summary>At least one need of a key influencer; value 2.</summary>
    public static readonly NeedCheck InfluencerNeed = new(2);
    /// <summary>At least one need of a key user; value 3.</summary>
    public static readonly NeedCheck UserNeed = new(3);
    /// <summary>At least one need with its worth in money; value 4.</summary>
    public static readonly NeedCheck WorthKnown = new(4);
    /// <summary>Each worth names whose money it is; value 5.</summary>
    public static readonly NeedCheck BeneficiaryKnown = new(5);
    /// <summary>Each benefit names the need it meets; value 6.</summary>
    public static readonly NeedCheck BenefitsNameNeed = new(6);
    /// <summary>Each claim has dated, fresh evidence; value 7.</summary>
    public static readonly NeedCheck ClaimsHaveEvidence = new(7);

    private NeedCheck(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
