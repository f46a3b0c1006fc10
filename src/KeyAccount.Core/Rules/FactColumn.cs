using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Rules;

/// <summary>The cells of one fact in the rows of a decision table: how sets of its values are written, and what a cell asks.</summary>
internal sealed class FactColumn
{
    public const string Any = "any";
    private const string Unknown = "unknown";

    private readonly TableDimension _dimension;
    private readonly Type _type;
    private readonly bool _isNumber;

    // The fact in the condition that is made.
    private readonly Expression _fact;

    private FactColumn(TableDimension dimension, Expression fact, Type type, bool isNumber) =>
        (_dimension, _fact, _type, _isNumber) = (dimension, fact, type, isNumber);

    public string Name => _dimension.Name;

    /// <summary>The column of a fact; null where its values cannot be written.</summary>
    public static FactColumn? Of(TableDimension dimension) => Of(dimension, dimension.Fact);

    /// <summary>The same, for conditions over facts.</summary>
    public static FactColumn? Of(TableDimension dimension, ParameterExpression facts) =>
        Of(dimension, Expression.MakeMemberAccess(facts, dimension.Fact.Member));

    private static FactColumn? Of(TableDimension dimension, Expression fact)
    {
        var type = Nullable.GetUnderlyingType(dimension.Fact.Type) ?? dimension.Fact.Type;
        var isNumber = type == typeof(int) || type == typeof(long) || type == typeof(double) || type == typeof(decimal);
        return isNumber || type == typeof(bool) || type.IsEnum || type == typeof(string) || type.IsAssignableTo(typeof(ITerm))
            ? new(dimension, fact, type, isNumber) : null;
    }

    /// <summary>The cell that holds exactly these values of the domain.</summary>
    public string Write(IReadOnlySet<int> values)
    {
        if (values.Count == _dimension.Values.Count)
            return Any;
        var items = _isNumber ? Numbers(values) : values.Order().Where(i => _dimension.Values[i] is not null).Select(i => Written(i));
        return string.Join(", ", values.Any(i => _dimension.Values[i] is null) ? items.Append(Unknown) : items);
    }

    /// <summary>What a cell asks of the fact: null for anything.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="cuts">Receives the ends of its ranges, which the domain must tell apart.</param>
    /// <param name="fault">What is wrong with it; null where nothing is.</param>
    public Expression? Read(string cell, List<object> cuts, out string? fault)
    {
        fault = null;
        Expression? condition = null;
        var items = Items(cell);
        if (items is [(Any, false)])
            return null;
        foreach (var (text, isQuoted) in items)
        {
            var asks = ItemOf(text, isQuoted, cuts, out fault);
            if (asks is null)
                return null;
            condition = condition is null ? asks : Expression.OrElse(condition, asks);
        }

        return condition;
    }

    /// <summary>The fact with the values that tell ranges apart: each end, and a number on either side of it.</summary>
    public TableDimension With(IEnumerable<object> cuts)
    {
        if (!_isNumber)
            return _dimension;
        object[] known = [.. _dimension.Values.OfType<object>()], ends = [.. cuts.Except(known)];
        if (ends.Length == 0)
            return _dimension;
        object[] numbers = [.. known.Concat(ends).Order()];
        var between = numbers.Zip(numbers.Skip(1)).Where(pair => ends.Contains(pair.First) || ends.Contains(pair.Second))
            .Select(pair => Between(pair.First, pair.Second));
        return new(
            _dimension.Fact, [.. numbers.Concat(between).Distinct().Order(), .. _dimension.Values.Where(value => value is null)]);
    }

    private IEnumerable<string> Numbers(IReadOnlySet<int> values)
    {
        int[] order =
        [
            .. Enumerable.Range(0, _dimension.Values.Count).Where(i => _dimension.Values[i] is not null).OrderBy(i => _dimension.Values[i]),
        ];
        for (var from = 0; from < order.Length; from++)
        {
            if (!values.Contains(order[from]))
                continue;
            var to = from;
            while (to + 1 < order.Length && values.Contains(order[to + 1]))
                to++;
            yield return from == to && from > 0 && to < order.Length - 1 ? Written(order[from])
                : to == order.Length - 1 ? $">= {Written(order[from])}"
                : from == 0 ? $"<= {Written(order[to])}"
                : $"[{Written(order[from])}..{Written(order[to])}]";
            from = to;
        }
    }

    private string Written(int index) => _dimension.Values[index] switch
    {
        string text => IsPlain(text) ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        var value => NameOf(value!),
    };

    private static string NameOf(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };

    private static bool IsPlain(string text) =>
        text.Length > 0 && text.Trim().Length == text.Length && text is not (Any or Unknown) && text.IndexOfAny([',', '"']) < 0;

    private Expression? ItemOf(string text, bool isQuoted, List<object> cuts, out string? fault)
    {
        fault = null;
        if (text == Unknown && !isQuoted)
        {
            if (_dimension.Values.Contains(null))
                return Expression.Equal(_fact, Expression.Constant(null, _fact.Type));
            fault = $"{Name} is always known; it must be {Values()}";
            return null;
        }

        if (_isNumber && !isQuoted && IsRange(text))
            return RangeOf(text, cuts, out fault);
        var value = _isNumber ? NumberOf(text) is { } number && _dimension.Values.Contains(number) ? number : null
            : _dimension.Values.FirstOrDefault(each => each is not null && NameOf(each) == text);
        if (value is not null)
            return Expression.Equal(_fact, Expression.Constant(value, _fact.Type));
        var why = text == Any && !isQuoted ? "any stands alone"
            : text.Length == 0 ? "a value is empty"
            : $"{text} is not one of the values of {Name}";
        fault = $"{why}; it must be {Values()}";
        return null;
    }

    private static bool IsRange(string text) => text is ['[' or '(' or '<' or '>', ..];

    private Expression? RangeOf(string text, List<object> cuts, out string? fault)
    {
        var (from, to, withFrom, withTo) = PartsOf(text);
        if (from is null && to is null)
        {
            fault = $"{text} is not a range; it must be such as [1..5], (1..5], >= 1 or < 5";
            return null;
        }

        if (from is not null && to is not null && (Comparer<object>.Default.Compare(from, to) is var order && order >= 0)
            && !(order == 0 && withFrom && withTo))
        {
            fault = order > 0 ? $"the range {text} is reversed; its lower end stands first" : $"the range {text} is empty";
            return null;
        }

        object[] known = [.. _dimension.Values.OfType<object>().Order()];
        foreach (var end in new[] { from, to })
        {
            if (end is not null
                && (Comparer<object>.Default.Compare(end, known[0]) < 0 || Comparer<object>.Default.Compare(end, known[^1]) > 0))
            {
                fault = $"{NameOf(end)} is outside of the values of {Name}; it must be from {NameOf(known[0])} to {NameOf(known[^1])}";
                return null;
            }
        }

        fault = null;
        cuts.AddRange(new[] { from, to }.OfType<object>());
        var above = from is null ? null
            : Expression.MakeBinary(
                withFrom ? ExpressionType.GreaterThanOrEqual : ExpressionType.GreaterThan, _fact, Constant(from));
        var below = to is null ? null
            : Expression.MakeBinary(withTo ? ExpressionType.LessThanOrEqual : ExpressionType.LessThan, _fact, Constant(to));
        return above is null ? below : below is null ? above : Expression.AndAlso(above, below);
    }

    private ConstantExpression Constant(object value) => Expression.Constant(value, _fact.Type);

    private (object? From, object? To, bool WithFrom, bool WithTo) PartsOf(string text)
    {
        if (text[0] is '<' or '>')
        {
            var isWith = text.Length > 1 && text[1] == '=';
            var end = NumberOf(text[(isWith ? 2 : 1)..]);
            return text[0] == '>' ? (end, null, isWith, false) : (null, end, false, isWith);
        }

        return text is [_, .., ']' or ')'] && text[1..^1].Split("..") is [var low, var high]
            && NumberOf(low) is { } from && NumberOf(high) is { } to
                ? (from, to, text[0] == '[', text[^1] == ']') : default;
    }

    private object? NumberOf(string text)
    {
        const NumberStyles Style = NumberStyles.Float;
        var invariant = CultureInfo.InvariantCulture;
        return _type == typeof(int) ? int.TryParse(text, Style, invariant, out var whole) ? whole : null
            : _type == typeof(long) ? long.TryParse(text, Style, invariant, out var large) ? large : null
            : _type == typeof(decimal) ? decimal.TryParse(text, Style, invariant, out var exact) ? exact : null
            : double.TryParse(text, Style, invariant, out var number) && double.IsFinite(number) ? number : null;
    }

    private static object Between(object low, object high) => (low, high) switch
    {
        (int one, int other) => one + ((other - one) / 2),
        (long one, long other) => one + ((other - one) / 2),
        (decimal one, decimal other) => one + ((other - one) / 2),
        (double one, double other) => one + ((other - one) / 2),
        _ => low,
    };

    private string Values() =>
        $"any, or some of {string.Join(", ", _dimension.Values.Select(value => value is null ? Unknown : NameOf(value)))}"
        + (_isNumber ? ", or a range such as [1..5] or >= 1" : "");

    // The parts between commas; a comma in quotation marks parts nothing.
    private static List<(string Text, bool IsQuoted)> Items(string cell)
    {
        var items = new List<(string, bool)>();
        var item = new StringBuilder();
        bool isInside = false, isQuoted = false;
        for (var i = 0; i < cell.Length; i++)
        {
            if (cell[i] == '"' && isInside && i + 1 < cell.Length && cell[i + 1] == '"')
                item.Append(cell[i++]);
            else if (cell[i] == '"')
            {
                if (!isInside && string.IsNullOrWhiteSpace(item.ToString()))
                    item.Clear();
                (isInside, isQuoted) = (!isInside, true);
            }
            else if (cell[i] == ',' && !isInside)
                End();
            else if (isInside || !isQuoted || !char.IsWhiteSpace(cell[i]))
                item.Append(cell[i]);
        }

        End();
        return items;

        void End()
        {
            items.Add((isQuoted ? item.ToString() : item.ToString().Trim(), isQuoted));
            item.Clear();
            isQuoted = false;
        }
    }
}
