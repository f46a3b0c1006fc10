using static System.FormattableString;

namespace KeyAccount.Core.Rules;

/// <summary>The answers of one rule of a decision table while one fact that it reads is not known, over all combinations of the other
/// facts.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Fact">The fact that is not known.</param>
/// <param name="Holds">The number of combinations in which the rule matches all the same: it asks whether the fact is known, or other facts
/// decide.
/// </param>
/// <param name="Fails">The number of combinations in which it certainly does not match.</param>
/// <param name="Unknown">The number of combinations in which the result is unknown; the rule does not match there.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record RuleOnUnknown(string RuleId, string Fact, int Holds, int Fails, int Unknown)
{
    /// <summary>The answer in words.</summary>
    /// <returns>The text, in invariant English.</returns>
    public override string ToString() => Invariant(
        $"While {Fact} is unknown, rule '{RuleId}' holds in {Holds} combination{(Holds == 1 ? "" : "s")}, ")
        + Invariant($"fails in {Fails} and is unknown in {Unknown}.");
}
