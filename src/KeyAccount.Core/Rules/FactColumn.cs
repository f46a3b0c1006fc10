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
    private const string Known = "known";

    private readonly TableDimension _dimension;

    // The values that the domain declares, and those that conditions are compared with: a cell may end at them.
    private readonly IReadOnlyList<object?> _declared;
    private readonly HashSet<object> _points;

    // Where only the values of the domain are known, a number is taken as the one below it: no number lies between two cells.
    private bool _isStepped;
    private readonly Type _type;
    private readonly bool _isNumber;

    // The fact in the condition that is made.
    private readonly Expression _fact;

    private FactColumn(TableDimension dimension, Expression fact, Type type, IReadOnlyList<object?> declared, HashSet<object> points)
    {
        (_dimension, _fact, _type, _declared, _points) = (dimension, fact, type, declared, points);
        _isNumber = IsNumber(dimension);
    }

    public string Name => _dimension.Name;

    /// <summary>The values of the fact that tell conditions apart.</summary>
    public TableDimension Dimension => _dimension;

    /// <summary>The column of a fact for conditions over facts; null if its values cannot be written.</summary>
    public static FactColumn? Of(TableDimension dimension, ParameterExpression facts) =>
        Of(dimension, Expression.MakeMemberAccess(facts, dimension.Fact.Member), dimension.Values, dimension.Values);

    /// <summary>The column of a fact for one rule: with the numbers that it is compared with, numbers between and beyond them, and the
    /// unknown where it can be, so that a cell says what the condition says of every value.</summary>
    /// <param name="dimension">The fact.</param>
    /// <param name="cuts">What the condition compares it with; null if it does something else with it, which only the values of the
    /// domain show.</param>
    public static FactColumn? Of(TableDimension dimension, IReadOnlyCollection<object>? cuts)
    {
        if (cuts is null)
        {
            var stepped = Of(dimension, dimension.Fact, dimension.Values, dimension.Values);
            stepped?._isStepped = stepped._type == typeof(double) || stepped._type == typeof(decimal);
            return stepped;
        }

        object[] points = [.. dimension.Values.OfType<object>(), .. cuts];
        var fine = Fine(dimension, points);
        return Of(
            fine.Values.Contains(null) || Nullable.GetUnderlyingType(dimension.Fact.Type) is null ? fine
                : new(fine.Fact, [.. fine.Values, null]),
            dimension.Fact, dimension.Values, points);
    }

    private static FactColumn? Of(
        TableDimension dimension, Expression fact, IReadOnlyList<object?> declared, IEnumerable<object?> points)
    {
        var type = Nullable.GetUnderlyingType(dimension.Fact.Type) ?? dimension.Fact.Type;
        return IsNumber(dimension) || type == typeof(bool) || type.IsEnum || type == typeof(string) || type.IsAssignableTo(typeof(ITerm))
            ? new(dimension, fact, type, declared, [.. points.OfType<object>()]) : null;
    }

    /// <summary>Whether a fact is a number, whose values are more than the domain lists.</summary>
    public static bool IsNumber(TableDimension dimension) =>
        (Nullable.GetUnderlyingType(dimension.Fact.Type) ?? dimension.Fact.Type) is var type
        && (type == typeof(int) || type == typeof(long) || type == typeof(double) || type == typeof(decimal));

    /// <summary>A number as another type of number; null if it is none or cannot be held exactly.</summary>
    public static object? AsValueOf(TableDimension dimension, object value)
    {
        var type = Nullable.GetUnderlyingType(dimension.Fact.Type) ?? dimension.Fact.Type;
        try
        {
            var same = Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
            return Convert.ChangeType(same, value.GetType(), CultureInfo.InvariantCulture).Equals(value) ? same : null;
        }
        catch (Exception e) when (e is InvalidCastException or OverflowException or FormatException)
        {
            return null;
        }
    }

    /// <summary>A fact with numbers, those between neighbours and one beyond each end; another fact stays.</summary>
    public static TableDimension Fine(TableDimension dimension, IEnumerable<object> points)
    {
        if (!IsNumber(dimension))
            return dimension;
        object[] numbers = [.. points.Distinct().Order()];
        if (numbers.Length == 0)
        {
            return new(
                dimension.Fact,
                [.. dimension.Values.Where(value => value is not null).Take(1), .. dimension.Values.Where(value => value is null)]);
        }

        var between = numbers.Zip(numbers.Skip(1)).Select(pair => Between(pair.First, pair.Second));
        return new(
            dimension.Fact,
            [
                .. numbers.Concat(between).Append(Beyond(numbers[0], -1)).Append(Beyond(numbers[^1], 1)).Distinct().Order(),
                .. dimension.Values.Where(value => value is null),
            ]);
    }

    /// <summary>The cell that holds exactly these values of the domain.</summary>
    public string Write(IReadOnlySet<int> values)
    {
        if (values.Count == _dimension.Values.Count)
            return Any;
        if (values.Count == _dimension.Values.Count - 1 && (_isNumber || !_declared.Contains(null))
            && values.All(i => _dimension.Values[i] is not null) && _dimension.Values.Contains(null))
            return Known;
        var items = _isNumber ? Numbers(values) : values.Order().Where(i => _dimension.Values[i] is not null).Select(i => Written(i));
        return string.Join(", ", values.Any(i => _dimension.Values[i] is null) ? items.Append(Unknown) : items);
    }

    /// <summary>What a cell asks of the fact: null for anything.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="cuts">Receives the ends of its ranges, which the domain must tell apart.</param>
    /// <param name="fault">What is wrong with it; null if nothing is.</param>
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
            yield return Range(from, to);
            from = to;
        }

        // A number that is no point stands for all up to its neighbours, which are.
        string Range(int from, int to)
        {
            bool withFrom = IsPoint(from), withTo = IsPoint(to) && !_isStepped;
            string low = Written(order[withFrom || from == 0 ? from : from - 1]),
                high = Written(order[withTo || to == order.Length - 1 ? to : to + 1]);
            var isOpen = (From: from == 0, To: to == order.Length - 1);
            return from == to && withFrom && !_isStepped && !isOpen.From && !isOpen.To
                ? _declared.Contains(_dimension.Values[order[from]]) ? low : $"[{low}..{low}]"
                : isOpen.To ? $"{(withFrom ? ">=" : ">")} {low}"
                : isOpen.From ? $"{(withTo ? "<=" : "<")} {high}"
                : $"{(withFrom ? '[' : '(')}{low}..{high}{(withTo ? ']' : ')')}";
        }

        bool IsPoint(int place) => _points.Contains(_dimension.Values[order[place]]!);
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
        text.Length > 0 && text.Trim().Length == text.Length && text is not (Any or Unknown or Known) && text.IndexOfAny([',', '"']) < 0;

    private Expression? ItemOf(string text, bool isQuoted, List<object> cuts, out string? fault)
    {
        fault = null;
        if (text == Unknown && !isQuoted)
        {
            if (_dimension.Values.Contains(null) || Nullable.GetUnderlyingType(_fact.Type) is not null)
                return Expression.Equal(_fact, Expression.Constant(null, _fact.Type));
            fault = $"{Name} is always known; it must be {Values()}";
            return null;
        }

        if (text == Known && !isQuoted && (_dimension.Values.Contains(null) || Nullable.GetUnderlyingType(_fact.Type) is not null))
            return Expression.NotEqual(_fact, Expression.Constant(null, _fact.Type));
        if (_isNumber && !isQuoted && IsRange(text))
            return RangeOf(text, cuts, out fault);
        var value = _isNumber ? NumberOf(text) is { } number && _dimension.Values.Contains(number) ? number : null
            : _dimension.Values.FirstOrDefault(each => each is not null && NameOf(each) == text);
        if (value is not null)
        {
            cuts.Add(value);
            return Expression.Equal(_fact, Expression.Constant(value, _fact.Type));
        }

        var why = text == Any && !isQuoted ? "any cannot be combined with other values"
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
            fault = order > 0 ? $"the range {text} is reversed; write its lower end first" : $"the range {text} is empty";
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

    private static object Beyond(object end, int step) => end switch
    {
        int number => (int)Math.Clamp((long)number + step, int.MinValue, int.MaxValue),
        long number => number == (step > 0 ? long.MaxValue : long.MinValue) ? number : number + step,
        decimal number => number == (step > 0 ? decimal.MaxValue : decimal.MinValue) ? number : number + step,
        double number => number + (step * Math.Max(1, Math.Abs(number))),
        _ => end,
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
