using System.Linq.Expressions;
using KeyAccount.Core.Expressions;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Rules;

/// <summary>One rule of a decision table: when it matches, what it advises, and why.</summary>
/// <typeparam name="TFacts">The facts the condition reads.</typeparam>
/// <typeparam name="TAdvice">The advice.</typeparam>
/// <remarks>Immutable; compared by reference.</remarks>
public sealed class Rule<TFacts, TAdvice>
{
    private readonly Lazy<Func<TFacts, bool>> _matches;
    private readonly Func<TFacts, object?[]>? _arguments;

    internal Rule(
        string id,
        Expression<Func<TFacts, bool>> when,
        TAdvice then,
        Text? reason,
        Func<TFacts, object?[]>? arguments,
        Provenance? provenance)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(when);
        Id = id;
        When = when.Update(new CapturedValues().Visit(when.Body), when.Parameters);
        Advice = then;
        Reason = reason ?? id;
        _arguments = arguments;
        Provenance = provenance;
        _matches = new(() => When.Compile());
    }

    /// <summary>The stable identifier, unique in the table.</summary>
    public string Id { get; }

    /// <summary>When the rule matches, with the values that captured variables had when it was made: a table does not change with them.</summary>
    public Expression<Func<TFacts, bool>> When { get; }

    /// <summary>What it advises.</summary>
    public TAdvice Advice { get; }

    /// <summary>Why, for a person; may hold placeholders for the facts it speaks of. The id where no reason was given.</summary>
    public Text Reason { get; }

    /// <summary>Where the rule comes from; null where the definition does not say.</summary>
    public Provenance? Provenance { get; }

    /// <summary>Whether the reason has facts to speak of.</summary>
    internal bool SpeaksOfFacts => _arguments is not null;

    internal object?[] ArgumentsOf(TFacts facts) => _arguments is null ? [] : _arguments(facts);

    internal bool Matches(TFacts facts) => _matches.Value(facts);

    internal Hit<TAdvice> Hit(TFacts facts) => new(Id, Advice, _arguments is null ? Reason : Reason.With(_arguments(facts)));

    internal Rule<TFacts, TAdvice> Advising(TAdvice then, Text? reason, Provenance? provenance) =>
        new(Id, When, then, reason ?? Reason, reason is null ? _arguments : null, provenance);
}
