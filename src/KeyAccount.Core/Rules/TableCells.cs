using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using KeyAccount.Core.Expressions;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Rules;

/// <summary>The answers of a table over its domain, each worked out when it is first asked for: then a decision is looked up.</summary>
internal sealed class TableCells<TFacts, TAdvice>
{
    // Beyond this the answers would take more room than they are worth.
    private const int Most = 1 << 16;

    // A fact whose values are further apart is not looked up by number.
    private const int Widest = 1 << 10;

    private readonly Func<TFacts, int> _indexOf;

    // For each combination of facts its decision, or, where reasons speak of the facts, the rules that match.
    private readonly object?[] _answers;

    private TableCells(Func<TFacts, int> indexOf, int count)
    {
        _indexOf = indexOf;
        _answers = new object?[count];
    }

    /// <summary>The cells of a domain; null if there is none, where it is too large, and where a fact is anything but a term, a truth
    /// value or a small number.</summary>
    public static TableCells<TFacts, TAdvice>? Over(IReadOnlyList<TableDimension> domain)
    {
        var count = TableDimension.Combinations(domain);
        if (domain.Count == 0 || count > Most)
            return null;

        var facts = Expression.Parameter(typeof(TFacts), "f");
        var variables = new List<ParameterExpression>();
        var statements = new List<Expression>();
        Expression index = Expression.Constant(0), isOutside = Expression.Constant(0);
        foreach (var dimension in domain)
        {
            if (IndexIn(dimension, Expression.MakeMemberAccess(facts, dimension.Fact.Member)) is not { } indexes)
                return null;
            var variable = Expression.Variable(typeof(int));
            variables.Add(variable);
            statements.Add(Expression.Assign(variable, indexes));
            index = Expression.Add(Expression.Multiply(index, Expression.Constant(dimension.Values.Count)), variable);
            isOutside = Expression.Or(isOutside, variable);
        }

        statements.Add(Expression.Condition(Expression.LessThan(isOutside, Expression.Constant(0)), Expression.Constant(-1), index));
        return new(Expression.Lambda<Func<TFacts, int>>(Expression.Block(variables, statements), facts).Compile(), count);
    }

    /// <summary>The decision of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="facts">What it is asked about.</param>
    public Decision<TAdvice> Decide(DecisionTable<TFacts, TAdvice> table, TFacts facts)
    {
        var index = _indexOf(facts);
        if (index < 0)
            return table.Ask(facts);

        // Two threads may work out the same answer: it is the same.
        switch (Volatile.Read(ref _answers[index]))
        {
            case Decision<TAdvice> decision:
                return decision;
            case Cell cell:
                return cell.Decide(table, facts);
        }

        var matching = table.Matching(facts);
        if (Array.Exists(matching, rule => rule.SpeaksOfFacts))
        {
            var cell = new Cell(matching);
            Volatile.Write(ref _answers[index], cell);
            return cell.Decide(table, facts);
        }

        var answer = table.DecisionOf(matching, table.ArgumentsOf(matching, facts));
        Volatile.Write(ref _answers[index], answer);
        return answer;
    }

    // The index of a value among those of the domain as a tree; -1 for a value that is not there. Null where it cannot be looked up.
    private static Expression? IndexIn(TableDimension dimension, Expression fact)
    {
        var type = Nullable.GetUnderlyingType(fact.Type) ?? fact.Type;
        Func<object, long>? numberOf = type.IsAssignableTo(typeof(ITerm)) ? value => ((ITerm)value).Value
            : type == typeof(bool) ? value => (bool)value ? 1 : 0
            : type.IsEnum || type == typeof(int) || type == typeof(byte) || type == typeof(short)
                ? value => Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture)
            : null;
        var known = dimension.Values.OfType<object>().ToArray();
        if (numberOf is null || known.Length == 0 || (type.IsEnum && Enum.GetUnderlyingType(type) != typeof(int)))
            return null;
        var (lowest, highest) = (known.Min(numberOf), known.Max(numberOf));
        if (highest - lowest >= Widest)
            return null;

        var indexes = Enumerable.Repeat(-1, (int)(highest - lowest) + 1).ToArray();
        var unknown = -1;
        for (var i = 0; i < dimension.Values.Count; i++)
        {
            if (dimension.Values[i] is { } value)
                indexes[numberOf(value) - lowest] = i;
            else
                unknown = i;
        }

        Expression number = type.IsAssignableTo(typeof(ITerm)) ? Expression.MakeMemberAccess(fact, BranchFree.TermValue)
            : type == typeof(bool) ? Expression.Condition(Expression.Convert(fact, type), Expression.Constant(1), Expression.Constant(0))
            : Expression.Convert(Expression.Convert(fact, type), typeof(int));
        var index = Expression.Call(
            ((Func<int[], int, int, int>)At).Method, Expression.Constant(indexes), Expression.Constant((int)lowest), number);
        if (!FactsExpression.MayBeNull(fact))
            return index;

        // Not the equality of the term, which allocates.
        var nothing = Expression.Constant(null, fact.Type);
        var isUnknown = fact.Type.IsValueType ? Expression.Equal(fact, nothing) : Expression.ReferenceEqual(fact, nothing);
        return Expression.Condition(isUnknown, Expression.Constant(unknown), index);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int At(int[] indexes, int lowest, int number) =>
        (uint)(number - lowest) < (uint)indexes.Length ? indexes[number - lowest] : -1;

    // The rules that match where the facts are these, and what they said last.
    private sealed class Cell(Rule<TFacts, TAdvice>[] matching)
    {
        private Answer? _last;

        // Reasons may speak of more than the domain; put into words again only where they would say something else.
        public Decision<TAdvice> Decide(DecisionTable<TFacts, TAdvice> table, TFacts facts)
        {
            var spoken = table.ArgumentsOf(matching, facts);
            if (Volatile.Read(ref _last) is { } last && last.Says(spoken))
                return last.Decision;
            var decision = table.DecisionOf(matching, spoken);
            if (spoken.All(arguments => Array.TrueForAll(arguments, argument => argument is null or string or ITerm or Text or ValueType)))
                Volatile.Write(ref _last, new(decision, Array.ConvertAll(spoken, arguments => (object?[])[.. arguments])));
            return decision;
        }
    }

    private sealed class Answer(Decision<TAdvice> decision, object?[][] spoken)
    {
        public Decision<TAdvice> Decision => decision;

        public bool Says(object?[][] arguments)
        {
            for (var rule = 0; rule < spoken.Length; rule++)
            {
                if (arguments[rule].Length != spoken[rule].Length)
                    return false;
                for (var i = 0; i < spoken[rule].Length; i++)
                {
                    if (!Equals(arguments[rule][i], spoken[rule][i]))
                        return false;
                }
            }

            return true;
        }
    }
}
