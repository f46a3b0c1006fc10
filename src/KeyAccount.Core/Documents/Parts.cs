using System.Runtime.CompilerServices;

namespace KeyAccount.Core.Documents;

/// <summary>The lists of which documents consist: equal by their contents, and without null items.</summary>
internal static class Parts
{
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> items, [CallerArgumentExpression(nameof(items))] string name = "")
        where T : class => ValueList.Of(items, name);

    /// <summary>A number that JSON and a drawing can represent.</summary>
    public static double Finite(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        Guard.Between(value, double.MinValue, double.MaxValue, name);
        return value;
    }

    public static T NotNull<T>(T? value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : class => value ?? throw new ArgumentNullException(name);
}
