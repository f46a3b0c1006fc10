using System.Linq.Expressions;
using KeyAccount.Core.Expressions;

namespace KeyAccount.Core.Rules;

/// <summary>A decision table in a form that a database evaluates, whatever its facts and its advice are.</summary>
internal interface IStoredTable : IDecisionTable
{
    /// <summary>The hit policy: how many rules may answer.</summary>
    HitPolicy HitPolicy { get; }

    /// <summary>The rules in their order.</summary>
    IReadOnlyList<StoredRule> StoredRules { get; }
}

/// <summary>A rule as a database reads it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Holds">Whether it certainly matches.</param>
/// <param name="Advice">The advice.</param>
/// <param name="Rank">The rank of its advice; 0 is the highest, and what all have where nothing is ranked.</param>
/// <param name="Fault">Why a database cannot decide it; null if it can.</param>
internal sealed record StoredRule(string Id, OverFacts Holds, object? Advice, int Rank, ModelFault? Fault)
{
    /// <summary>A rule with its condition in the form of caps: members, arithmetic and comparisons, where memory may ask anything. A fact
    /// that cannot be is not known, as in a scorecard.</summary>
    public static StoredRule Of(string id, LambdaExpression when, object? advice, int rank)
    {
        var condition = new OverFacts(when.Parameters[0], when.Body);
        try
        {
            var holds = FactsExpression.Certainly(true, RangedFact.Mark(condition), FactForm.NullOutside);
            return new(id, StoredComparisons.In(holds), advice, rank, holds.InMemoryOnly is { } reason ? FaultOf(reason) : null);
        }
        catch (RefusedExpressionException e)
        {
            return new(id, condition, advice, rank, FaultOf(e.Message));
        }

        ModelFault FaultOf(string reason) => new($"rules[\"{id}\"].when", reason);
    }
}
