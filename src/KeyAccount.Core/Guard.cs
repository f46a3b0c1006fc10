using System.Globalization;
using System.Runtime.CompilerServices;

namespace KeyAccount.Core;

/// <summary>The checks at the door: each failure names the parameter, the value and the allowed range, in invariant English.</summary>
internal static class Guard
{
    /// <summary>The value is one the enumeration names.</summary>
    public static void Defined<TEnum>(TEnum value, [CallerArgumentExpression(nameof(value))] string name = "")
        where TEnum : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            // As a number, because an enumeration would write its minus sign in the ambient culture.
            var number = Convert.ToDecimal(value, CultureInfo.InvariantCulture);
            throw new ArgumentOutOfRangeException(
                name,
                string.Create(CultureInfo.InvariantCulture, $"{name} is {number}; it must be one of {string.Join(", ", Enum.GetNames<TEnum>())}."));
        }
    }
}
