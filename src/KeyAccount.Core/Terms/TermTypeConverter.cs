using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;

namespace KeyAccount.Core.Terms;

/// <summary>Converts a term from and to its <c>Name</c> wherever .NET uses a <see cref="TypeConverter"/>: configuration, MVC models,
/// Newtonsoft.Json, property grids.</summary>
/// <remarks>Every term inherits this converter from <see cref="Term{TSelf}"/>. Stateless and safe to share. Names are matched exactly; any
/// other text throws a <see cref="FormatException"/> that names the value and the names allowed. A blank text is converted to
/// null.</remarks>
public sealed class TermTypeConverter : TypeConverter
{
    private readonly INamedTerm[] _terms;

    /// <summary>Creates a converter for a term.</summary>
    /// <param name="type">The term.</param>
    /// <exception cref="ArgumentNullException"><paramref name="type"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="type"/> is not a term with values.</exception>
    public TermTypeConverter([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        _terms =
        [
            .. type.GetFields(BindingFlags.Public | BindingFlags.Static)
                .Where(field => field.FieldType == type)
                .Select(field => field.GetValue(null)).OfType<INamedTerm>().OrderBy(term => term.Value),
        ];
        if (_terms.Length == 0)
            throw new ArgumentException($"{type} is not a term with values.", nameof(type));
    }

    /// <inheritdoc/>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    /// <inheritdoc/>
    /// <exception cref="FormatException">The text is not a name of the term; the message lists them.</exception>
    /// <exception cref="NotSupportedException">The value is not a text.</exception>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value)
    {
        if (value is not string name)
            return base.ConvertFrom(context, culture, value);
        if (string.IsNullOrWhiteSpace(name))
            return null;
        return _terms[0].Named(name) ?? throw new FormatException(_terms[0].NoName(name));
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="destinationType"/> is null.</exception>
    /// <exception cref="NotSupportedException">Something else than the name of a term is asked for.</exception>
    public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        value is INamedTerm term && destinationType == typeof(string) ? term.Name
            : base.ConvertTo(context, culture, value, destinationType);

    /// <summary>Whether the values can be listed; always true.</summary>
    /// <param name="context">Ignored.</param>
    /// <returns>True.</returns>
    public override bool GetStandardValuesSupported(ITypeDescriptorContext? context) => true;

    /// <summary>Whether only the listed values exist; always true.</summary>
    /// <param name="context">Ignored.</param>
    /// <returns>True.</returns>
    public override bool GetStandardValuesExclusive(ITypeDescriptorContext? context) => true;

    /// <summary>The values of the term in their order.</summary>
    /// <param name="context">Ignored.</param>
    /// <returns>The values.</returns>
    public override StandardValuesCollection GetStandardValues(ITypeDescriptorContext? context) => new(_terms[0].All.ToArray());
}
