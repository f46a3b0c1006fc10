using System.Linq.Expressions;

namespace KeyAccount.Core.Rules;

/// <summary>One fact of the domain of a decision table with all values it can have.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
public sealed class TableDimension
{
    internal TableDimension(MemberExpression fact, IReadOnlyList<object?> values)
    {
        Fact = fact;
        Values = values;
    }

    /// <summary>The name of the fact.</summary>
    public string Name => Fact.Member.Name;

    /// <summary>All possible values; null for "not known".</summary>
    public IReadOnlyList<object?> Values { get; }

    internal MemberExpression Fact { get; }

    /// <summary>The number of combinations of values in a domain, at most <see cref="int.MaxValue"/>; one if it has no facts.</summary>
    internal static int Combinations(IReadOnlyList<TableDimension> domain) =>
        (int)domain.Aggregate(1L, (product, dimension) => Math.Min(product * dimension.Values.Count, int.MaxValue));

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Its name and all values.</returns>
    public override string ToString() =>
        $"{Name}: {string.Join(", ", Values.Select(value => FormattableString.Invariant($"{value ?? "unknown"}")))}";
}
