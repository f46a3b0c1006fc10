using System.Reflection;
using Ardalis.SmartEnum;

namespace KeyAccount.Core.Sql.Tests;

/// <summary>Facts of a class in a table of an engine, each property in a column of its name.</summary>
internal static class FactsTable
{
    /// <summary>Stores facts, with their place as the column Id.</summary>
    public static async Task<SqlSource> StoreAsync<TFacts>(Engine engine, IReadOnlyList<TFacts> facts, bool areTermsByValue = false)
        where TFacts : class
    {
        var columns = new List<(string Path, string Type, bool IsNullable, Func<object, object?> Read)>();
        Add(typeof(TFacts), "", isOptional: false, facts => facts, depth: 0);
        var table = await engine.TableAsync(
            [("Id", engine.Types.Integer, false), .. columns.Select(each => (NameOf(each.Path), each.Type, each.IsNullable))],
            facts.Select((each, i) => (object?[])[(long)i, .. columns.Select(column => column.Read(each))]));
        return new(
            SqlTable.Named(table),
            columns.ToDictionary(each => each.Path, each => new SqlColumn(NameOf(each.Path), each.Type, each.IsNullable), StringComparer.Ordinal),
            ["Id"]);

        // Names that must be quoted.
        static string NameOf(string path) => $"the {path}";

        void Add(Type type, string before, bool isOptional, Func<object, object?> of, int depth)
        {
            foreach (var property in type.GetProperties().Where(each => each.CanWrite))
            {
                var plain = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
                var path = before + property.Name;
                object? Read(object facts) => of(facts) is { } part ? property.GetValue(part) : null;
                if (TypeOf(engine, plain, areTermsByValue) is { } column)
                {
                    var isNullable = isOptional || !property.PropertyType.IsValueType || plain != property.PropertyType;
                    columns.Add((path, column, isNullable, facts => Stored(engine, Read(facts), areTermsByValue)));
                }
                else if (depth < 2 && !plain.IsValueType && plain != typeof(string) && plain.Assembly == type.Assembly)
                {
                    Add(plain, path + ".", isOptional: true, Read, depth + 1);
                }
            }
        }
    }

    /// <summary>Random facts that can be: within their ranges, often unknown.</summary>
    public static IReadOnlyList<TFacts> Random<TFacts>(int count, int seed)
        where TFacts : class
    {
        var random = new Random(seed);
        var facts = new List<TFacts>(count);
        while (facts.Count < count)
        {
            var one = Activator.CreateInstance<TFacts>();
            try
            {
                foreach (var property in typeof(TFacts).GetProperties().Where(each => each.CanWrite))
                {
                    if (ValueOf(property, random) is { } value)
                        property.SetValue(one, value);
                }
            }
            catch (TargetInvocationException)
            {
                continue;
            }

            facts.Add(one);
        }

        return facts;
    }

    private static object? ValueOf(PropertyInfo property, Random random)
    {
        var plain = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if ((plain != property.PropertyType || !property.PropertyType.IsValueType) && random.Next(5) == 0)
            return null;
        var range = property.GetCustomAttribute<FactRangeAttribute>();
        var (low, high) = (Math.Max(range?.UsualMinimum ?? -5, -1e7), Math.Min(range?.UsualMaximum ?? 100, 1e7));
        var number = random.Next(3) == 0 ? Math.Round(low + (random.NextDouble() * Math.Min(high - low, 100))) : low + (random.NextDouble() * (high - low));
        return plain == typeof(double) ? number
            : plain == typeof(decimal) ? Math.Round((decimal)number, 2)
            : plain == typeof(int) ? (int)number
            : plain == typeof(long) ? (long)number
            : plain == typeof(bool) ? random.Next(2) == 0
            : plain.IsAssignableTo(typeof(ISmartEnum)) && Terms(plain) is { Count: > 0 } terms ? terms[random.Next(terms.Count)]
            : null;
    }

    private static IReadOnlyList<object> Terms(Type term) =>
        [.. term.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.FieldType == term).Select(field => field.GetValue(null)!)];

    private static string? TypeOf(Engine engine, Type type, bool areTermsByValue) =>
        type == typeof(double) || type == typeof(float) ? engine.Types.Double
        : type == typeof(decimal) ? engine.Dialect == SqlDialect.Sqlite ? "DECIMAL(18, 4)" : engine.Types.Decimal
        : type == typeof(int) || type == typeof(long) ? engine.Types.Integer
        : type == typeof(bool) ? engine.Types.Boolean
        : type == typeof(string) ? engine.Types.Text
        : type.IsAssignableTo(typeof(ISmartEnum)) ? areTermsByValue ? engine.Types.Integer : engine.Types.Text
        : null;

    private static object? Stored(Engine engine, object? value, bool areTermsByValue) => value switch
    {
        float single => (double)single,
        ISmartEnum when areTermsByValue => Convert.ToInt64(value.GetType().GetProperty("Value")!.GetValue(value)),
        ISmartEnum => value.ToString(),
        double.NaN when !engine.HasNaN => null,
        _ => value,
    };
}
