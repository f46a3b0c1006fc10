using System.Linq.Expressions;
using KeyAccount.Core.Expressions;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Scoring;

/// <summary>A condition that limits the band of an account, whatever its score.</summary>
/// <typeparam name="TFacts">The facts that the condition reads.</typeparam>
/// <typeparam name="TBand">The bands.</typeparam>
/// <remarks>Immutable; compared by reference. A cap limits the band and never the score.</remarks>
public sealed class Cap<TFacts, TBand>
    where TBand : class
{
    private readonly Lazy<OverFacts> _stored;

    // What is asked the same way has been looked at.
    internal Cap(CapDefinition<TBand> definition, Cap<TFacts, TBand>? like = null)
    {
        Definition = definition;
        if (like is not null && like.Definition.When == definition.When)
        {
            (Holds, Fails, Reads, _stored) = (like.Holds, like.Fails, like.Reads, like._stored);
            return;
        }

        Holds = FactsExpression.Certainly(true, definition.When, FactForm.Bare);
        Fails = FactsExpression.Certainly(false, definition.When, FactForm.Bare);
        if (Holds.InMemoryOnly is { } reason)
        {
            // What only memory has to do is read as a rule reads it.
            Holds = RuleCondition.Certainly(true, definition.When) with { InMemoryOnly = reason };
            Fails = RuleCondition.Certainly(false, definition.When) with { InMemoryOnly = reason };
        }

        var ranged = FactsExpression.Certainly(true, definition.When, FactForm.Ranged);
        Reads = [.. RangedFact.In(ranged.Body).Select(read => ranged with { Body = read })];
        _stored = new(() => StoredComparisons.In(
            Fault is { } fault ? throw new InvalidModelException(Key, [fault])
            : Reads.Count == 0 ? Holds
            : FactsExpression.Certainly(true, definition.When, FactForm.NullOutside)));
    }

    /// <summary>The stable identifier, unique among caps and criteria; also the name of its column.</summary>
    public string Key => Definition.Key;

    /// <summary>The highest possible band while the condition holds.</summary>
    public TBand HighestBand => Definition.HighestBand;

    /// <summary>The name of the cap for a person; the key if none was given.</summary>
    public Text Label => Definition.Label ?? Key;

    /// <summary>The source of the cap; null if the definition does not state it.</summary>
    public Provenance? Provenance => Definition.Provenance;

    /// <summary>Returns whether the condition certainly holds, as an expression that a LINQ provider translates.</summary>
    /// <returns>The condition; false if it is not known.</returns>
    /// <exception cref="InvalidModelException">The condition runs in memory only: it calls a method, or looks into a
    /// collection.</exception>
    public Expression<Func<TFacts, bool>> ToExpression() => Expression.Lambda<Func<TFacts, bool>>(StoredHolds.Body, StoredHolds.Facts);

    internal CapDefinition<TBand> Definition { get; }

    /// <summary>Whether the condition certainly holds.</summary>
    internal OverFacts Holds { get; }

    /// <summary>Whether the condition certainly holds, for a database.</summary>
    internal OverFacts StoredHolds => _stored.Value;

    /// <summary>Why a database cannot evaluate the condition; null if it can.</summary>
    internal ModelFault? Fault => Holds.InMemoryOnly is { } reason ? new($"caps[\"{Key}\"].when", reason) : null;

    /// <summary>The ranged facts that the condition reads.</summary>
    internal IReadOnlyList<OverFacts> Reads { get; }

    /// <summary>Whether the condition certainly does not hold.</summary>
    internal OverFacts Fails { get; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The key and the highest band under the cap.</returns>
    public override string ToString() => $"{Key}: at most {HighestBand}";
}

/// <summary>A cap as it was defined.</summary>
internal sealed record CapDefinition<TBand>(string Key, OverFacts When, TBand HighestBand, Text? Label, Provenance? Provenance);
