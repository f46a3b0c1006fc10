using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using KeyAccount.Core.Expressions;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Rules;

/// <summary>One rule of a decision table: when it matches, what it advises, and why.</summary>
/// <typeparam name="TFacts">The facts the condition reads.</typeparam>
/// <typeparam name="TAdvice">The advice.</typeparam>
/// <remarks>Immutable; compared by reference.</remarks>
public sealed class Rule<TFacts, TAdvice>
{
    // Compiling a condition takes as long as interpreting it some hundred times.
    private const int Often = 256;

    private readonly Lazy<OverFacts> _holds;
    private readonly Lazy<OverFacts> _fails;
    private readonly Func<TFacts, object?[]>? _arguments;
    private readonly int? _argumentsNeeded;

    // The reason where it speaks of no facts.
    private readonly Text _said;

    private Func<TFacts, bool>? _matches;
    private int _asked;

    internal Rule(
        string id,
        Expression<Func<TFacts, bool>> when,
        TAdvice then,
        Text? reason,
        Func<TFacts, object?[]>? arguments,
        Provenance? provenance,
        IReadOnlyList<IReadOnlyDictionary<string, string>>? rows = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(when);
        Nesting.Check(when);
        Id = id;
        When = when.Update(new CapturedValues().Visit(when.Body), when.Parameters);
        Advice = then;
        Reason = reason ?? id;
        _arguments = arguments;
        _argumentsNeeded = Reason.ArgumentsNeeded;
        _said = arguments is not null && _argumentsNeeded == 0 ? Reason.With() : Reason;
        Provenance = provenance;
        Rows = rows;
        var condition = new OverFacts(When.Parameters[0], When.Body);
        _holds = new(() => RuleCondition.Certainly(true, condition));
        _fails = new(() => RuleCondition.Certainly(false, condition));
    }

    /// <summary>The stable identifier, unique in the table.</summary>
    public string Id { get; }

    /// <summary>The condition as it was written, with the values that captured variables had when it was made: a table does not change with
    /// them.</summary>
    /// <remarks>The table reads it in three values; see <see cref="DecisionTable{TFacts,TAdvice}"/>. Compiled, it says what C# says, where
    /// <c>null != 3</c> is true.</remarks>
    public Expression<Func<TFacts, bool>> When { get; }

    /// <summary>The advice.</summary>
    public TAdvice Advice { get; }

    /// <summary>The reason for a person; may hold placeholders for facts. The id if no reason was given.</summary>
    public Text Reason { get; }

    /// <summary>The provenance of the rule; null if the definition does not state it.</summary>
    public Provenance? Provenance { get; }

    /// <summary>The condition from settings; null if the condition comes from code.</summary>
    internal IReadOnlyList<IReadOnlyDictionary<string, string>>? Rows { get; }

    /// <summary>Whether the reason depends on the facts: it has placeholders, and arguments to fill them.</summary>
    internal bool SpeaksOfFacts => _arguments is not null && _argumentsNeeded != 0;

    /// <summary>Whether the condition certainly holds.</summary>
    internal OverFacts Holds => _holds.Value;

    /// <summary>Whether the condition certainly does not hold.</summary>
    internal OverFacts Fails => _fails.Value;

    internal bool Matches(TFacts facts)
    {
        // Two threads may make the same function: either will do.
        if (_matches is not { } matches || (_asked < Often && Interlocked.Increment(ref _asked) == Often))
        {
            matches = Expression.Lambda<Func<TFacts, bool>>(Holds.Body, Holds.Facts).Compile(preferInterpretation: _asked < Often);
            _matches = matches;
        }

        return matches(facts);
    }

    /// <summary>The arguments of the reason for given facts; empty if the reason is the same for all.</summary>
    /// <exception cref="InvalidOperationException">The arguments cannot be evaluated, or are too few.</exception>
    internal object?[] ArgumentsOf(TFacts facts, string tableId)
    {
        if (!SpeaksOfFacts)
            return [];
        object?[]? arguments;
        try
        {
            arguments = _arguments!(facts);
        }
#pragma warning disable CA1031 // whatever it is, who reads the message must learn which rule of which table it comes from
        catch (Exception e)
#pragma warning restore CA1031
        {
            throw NoReason(tableId, $"its arguments throw {English.WithArticle(e.GetType().Name)}: {e.Message}", e);
        }

        var given = arguments?.Length ?? 0;
        return given >= _argumentsNeeded ? arguments! : throw NoReason(tableId, $"{TooFew(given)}.");
    }

    /// <summary>The answer of the rule.</summary>
    /// <param name="arguments">The result of <see cref="ArgumentsOf"/>.</param>
    /// <param name="tableId">The table, for a message.</param>
    /// <exception cref="InvalidOperationException">An argument cannot be formatted as its placeholder asks.</exception>
    internal Hit<TAdvice> Hit(object?[] arguments, string tableId)
    {
        if (!SpeaksOfFacts)
            return new(Id, Advice, _said);
        try
        {
            return new(Id, Advice, Reason.With(arguments));
        }
        catch (FormatException e)
        {
            throw NoReason(tableId, $"'{Reason}' cannot be filled: {e.Message}", e);
        }
    }

    /// <summary>The fault that keeps the reason from being formatted, as far as it can be found without facts.</summary>
    internal IEnumerable<ModelFault> ReasonFaults()
    {
        var path = PathOfReason($"rules[\"{Id}\"]", Reason);
        if (_arguments is null)
        {
            if (_argumentsNeeded > 0)
                yield return new(path, TooFew(0));
        }
        else if (_argumentsNeeded is null)
        {
            yield return new(
                path,
                $"'{Reason.MostDemanding.Text}' is not a valid template; "
                + "placeholders are {0}, {1} …, and a literal brace is doubled");
        }
        else if (_argumentsNeeded > 0 && ArgumentsGiven() is { } given && given < _argumentsNeeded)
        {
            yield return new(path, TooFew(given));
        }
    }

    /// <summary>The place of what is wrong with a reason: the reason, or the one language of it.</summary>
    internal static string PathOfReason(string rule, Text reason) => reason.MostDemanding.Language is { } language
        ? CheckedJson.PathOf($"{rule}.reason", language, isKey: false) : $"{rule}.reason";

    // A reason of one's own that has placeholders is filled with the same facts; one without them is taken as it is written.
    internal Rule<TFacts, TAdvice> Advising(TAdvice then, Text? reason, Provenance? provenance) =>
        Tuned(When, Rows, then, reason, provenance);

    internal Rule<TFacts, TAdvice> Tuned(
        Expression<Func<TFacts, bool>> when,
        IReadOnlyList<IReadOnlyDictionary<string, string>>? rows,
        TAdvice then,
        Text? reason,
        Provenance? provenance,
        Func<TFacts, object?[]>? withoutPlaceholders = null) =>
        new(
            Id, when, then, reason ?? Reason, reason is null || reason.ArgumentsNeeded > 0 ? _arguments : withoutPlaceholders, provenance,
            rows);

    private InvalidOperationException NoReason(string tableId, string why, Exception? cause = null) =>
        new($"The table '{tableId}' cannot give the reason of its rule '{Id}': {why}", cause);

    private string TooFew(int given) => Invariant(
        $"'{Reason.MostDemanding.Text}' needs {English.Count(_argumentsNeeded!.Value, "argument")}; ")
        + Invariant($"{given} {(given == 1 ? "is" : "are")} given");

    // How many arguments there are shows only when the function is asked: here of empty facts, which it may fail on.
    [UnconditionalSuppressMessage("Trimming", "IL2087", Justification = "No constructor is run; where one was trimmed nothing is missed.")]
    private int? ArgumentsGiven()
    {
        if (typeof(TFacts).IsAbstract || typeof(TFacts).IsArray || typeof(TFacts) == typeof(string))
            return null;
        try
        {
            var facts = (TFacts)RuntimeHelpers.GetUninitializedObject(typeof(TFacts));
            if (facts is not null)
            {
#pragma warning disable CA1816 // a finalizer expects what the constructor would have made
                GC.SuppressFinalize(facts);
#pragma warning restore CA1816
            }

            return _arguments!(facts)?.Length;
        }
#pragma warning disable CA1031 // whatever it throws of empty facts says nothing about real ones
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Its id and its advice.</returns>
    public override string ToString() => FormattableString.Invariant($"{Id} → {Advice}");
}
