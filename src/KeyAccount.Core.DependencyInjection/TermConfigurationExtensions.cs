using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using KeyAccount.Core;
using KeyAccount.Core.Terms;

namespace Microsoft.Extensions.Configuration;

/// <summary>Reads sections of a configuration that its binder skips.</summary>
public static class TermConfigurationExtensions
{
    /// <summary>A section whose keys are terms, such as a discount for each tier. The binder of .NET takes texts, numbers and enumerations
    /// as keys alone, and leaves a <c>Dictionary&lt;AccountTier, decimal&gt;</c> empty without a word.</summary>
    /// <typeparam name="TTerm">The term.</typeparam>
    /// <typeparam name="TValue">The value under each term: a number, a text, a term.</typeparam>
    /// <param name="section">The section.</param>
    /// <returns>The values by term, for the terms that the section names; numbers are read as in every culture.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="section"/> is null.</exception>
    /// <exception cref="InvalidModelException">A key is not a term, or a value cannot be read; it holds every fault with its configuration
    /// path.</exception>
    public static IReadOnlyDictionary<TTerm, TValue> GetByTerm<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTerm, TValue>(this IConfigurationSection section)
        where TTerm : Term<TTerm>
        where TValue : IParsable<TValue> =>
        section.GetByTerm<TTerm, TValue>(ValueOf<TValue>);

    /// <summary>Reads a section whose keys are terms, with an object under each.</summary>
    /// <typeparam name="TTerm">The term.</typeparam>
    /// <typeparam name="TValue">The value under each term.</typeparam>
    /// <param name="section">The section.</param>
    /// <param name="value">Reads a value, such as <c>part => part.Get&lt;Discount&gt;()!</c>.</param>
    /// <returns>The values by term, for the terms that the section names.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidModelException">A key is not a term, or <paramref name="value"/> refuses one; it holds every fault with its
    /// configuration path.</exception>
    public static IReadOnlyDictionary<TTerm, TValue> GetByTerm<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTerm, TValue>(
        this IConfigurationSection section, Func<IConfigurationSection, TValue> value)
        where TTerm : Term<TTerm>
    {
        ArgumentNullException.ThrowIfNull(section);
        ArgumentNullException.ThrowIfNull(value);
        var faults = new List<ModelFault>();
        var values = new Dictionary<TTerm, TValue>();
        if (!string.IsNullOrEmpty(section.Value))
            faults.Add(new(section.Path, $"it is '{section.Value}'; it must be a section with a key for each {typeof(TTerm).Name}"));
        foreach (var part in section.GetChildren())
        {
            try
            {
                // As everywhere in a configuration, letter case does not count in a key.
                var name = Term<TTerm>.InOrder.FirstOrDefault(
                    term => term.Name.Equals(part.Key, StringComparison.OrdinalIgnoreCase))?.Name;
                values.Add(Term<TTerm>.Parse(name ?? part.Key, CultureInfo.InvariantCulture), value(part));
            }
            catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentException)
            {
                faults.Add(new(part.Path, (e.InnerException ?? e).Message));
            }
        }

        return faults.Count == 0 ? values : throw new InvalidModelException(section.Path, faults);
    }

    private static TValue ValueOf<TValue>(IConfigurationSection part)
        where TValue : IParsable<TValue>
    {
        if (part.Value is not { } text)
            throw new FormatException("it must be one value");
        if (TValue.TryParse(text, CultureInfo.InvariantCulture, out var value))
            return value;
        return typeof(TValue) == typeof(int) || typeof(TValue) == typeof(long)
                ? throw new FormatException($"it is '{text}'; it must be a whole number")
            : typeof(TValue) == typeof(decimal) || typeof(TValue) == typeof(double)
                ? throw new FormatException($"it is '{text}'; it must be a number")
            : TValue.Parse(text, CultureInfo.InvariantCulture);
    }
}
