using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>The risk level of an account: how much of it is at stake.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<RiskLevel>))]
public sealed class RiskLevel : OrderedTerm<RiskLevel>
{
    /// <summary>No finding puts much at stake; value 1.</summary>
    public static readonly RiskLevel Low = new(1);
    /// <summary>Something needs watching; value 2.</summary>
    public static readonly RiskLevel Medium = new(2);
    /// <summary>The account may leave; value 3.</summary>
    public static readonly RiskLevel High = new(3);

    private RiskLevel(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.LowestIsBest"/>.</summary>
    public override TermDirection Direction => TermDirection.LowestIsBest;
}
