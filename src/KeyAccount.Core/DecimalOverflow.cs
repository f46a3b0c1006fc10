using System.Globalization;

namespace KeyAccount.Core;

/// <summary>Reports which member could not hold its result in a decimal, and for which values: the runtime's own message names
/// neither.</summary>
internal static class DecimalOverflow
{
    /// <summary>A result over decimals.</summary>
    /// <param name="compute">Computes it.</param>
    /// <param name="member">The public member, with its type.</param>
    /// <param name="values">The values from which it is computed.</param>
    /// <exception cref="OverflowException">The result, or a step on the way to it, does not fit a decimal.</exception>
    public static T Named<T>(Func<T> compute, string member, params (string Name, object? Value)[] values)
    {
        try
        {
            return compute();
        }

        // What has a cause of the same kind is named already, nearer to where it happened.
        catch (OverflowException e) when (e.InnerException is not OverflowException)
        {
            throw Of(e, member, values);
        }
    }

    /// <summary>The exception for a member that has caught the runtime's own.</summary>
    public static OverflowException Of(OverflowException cause, string member, params (string Name, object? Value)[] values)
    {
        var named = values.Where(each => each.Value is not null)
            .Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Name} is {each.Value}"));
        return new($"{member} does not fit a decimal: {string.Join(", ", named)}.", cause);
    }
}
