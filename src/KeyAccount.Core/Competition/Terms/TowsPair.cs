using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Competition;

/// <summary>A pair of SWOT parts that makes a strategy.</summary>
/// <remarks>Literature: Weihrich 1982, The TOWS Matrix, Long Range Planning 15(2):54.</remarks>
[JsonConverter(typeof(TermJsonConverter<TowsPair>))]
public sealed class TowsPair : Term<TowsPair>
{
    /// <summary>Use a strength to take an opportunity (SO); value 1.</summary>
    public static readonly TowsPair StrengthOpportunity = new(1);
    /// <summary>Overcome a weakness to take an opportunity (WO); value 2.</summary>
    public static readonly TowsPair WeaknessOpportunity = new(2);
    /// <summary>Use a strength against a threat (ST); value 3.</summary>
    public static readonly TowsPair StrengthThreat = new(3);
    /// <summary>Limit a weakness in the face of a threat (WT); value 4.</summary>
    public static readonly TowsPair WeaknessThreat = new(4);

    private TowsPair(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
