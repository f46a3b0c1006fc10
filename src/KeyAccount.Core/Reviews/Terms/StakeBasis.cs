using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>The amount that the share of a finding refers to. Each value is declared with the topic that states the amount.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<StakeBasis>))]
public sealed partial class StakeBasis : Term<StakeBasis>
{
    /// <summary>An amount that a topic of your own states (<see cref="AccountTopic{TPart,TJudgement}"/>); value 100.</summary>
    public static readonly StakeBasis OwnAmount = new(100, _ => null);

    private StakeBasis(int value, Func<ReviewFacts, decimal?> amount, [CallerMemberName] string name = "")
        : base(name, value) => AmountOf = amount;

    /// <summary>Looks up the amount in the facts of an account; null if it is not known.</summary>
    internal Func<ReviewFacts, decimal?> AmountOf { get; }
}
