using System.Runtime.CompilerServices;
using static System.FormattableString;

namespace KeyAccount.Core.Documents;

/// <summary>The lists of which documents are made: equal by contents, and none of their items null.</summary>
internal static class Parts
{
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> items, [CallerArgumentExpression(nameof(items))] string name = "")
        where T : class
    {
        var list = ValueList.Of(items, name);
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is null)
                throw new ArgumentNullException(name, Invariant($"{name}[{i}] is null."));
        }

        return list;
    }

    /// <summary>A number that JSON and a drawing can hold.</summary>
    public static double Finite(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        Guard.Between(value, double.MinValue, double.MaxValue, name);
        return value;
    }

    public static T NotNull<T>(T? value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : class => value ?? throw new ArgumentNullException(name);
}
