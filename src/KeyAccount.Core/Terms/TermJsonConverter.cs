using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KeyAccount.Core.Terms;

/// <summary>Reads and writes a term in JSON as its stable <c>Name</c>, both as a value and as a dictionary key.</summary>
/// <typeparam name="TTerm">The term.</typeparam>
/// <remarks>Stateless and safe to share. Names are matched exactly. Any other JSON throws a <see cref="JsonException"/> that names the
/// value and the names allowed. JSON <c>null</c> is a null reference.</remarks>
public sealed class TermJsonConverter<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTerm>
    : JsonConverter<TTerm>, INamedValues, ITermWords
    where TTerm : Term<TTerm>
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names => [.. Term<TTerm>.InOrder.Select(term => term.Name)];

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public IReadOnlyList<string> Descriptions(string language) => [.. Term<TTerm>.InOrder.Select(term => Described(term, language))];

    IEnumerable<(string Name, IEnumerable<string> Words)> ITermWords.Words =>
        Term<TTerm>.InOrder.Select(term => (term.Name, Language.All.Select(term.DisplayName)));

    /// <inheritdoc/>
    public override TTerm Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? FromName(reader.GetString()!)
            : throw new JsonException(
                $"The JSON of {Article} is its name, not {English.Named(reader.TokenType)}; {Allowed}");

    /// <inheritdoc/>
    public override TTerm ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        FromName(reader.GetString()!);

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">An argument other than the options is null.</exception>
    public override void Write(Utf8JsonWriter writer, TTerm value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value.Name);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">An argument other than the options is null.</exception>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, [DisallowNull] TTerm value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WritePropertyName(value.Name);
    }

    // A term without texts is called by its name, which stands beside it.
    private static string Described(TTerm term, string language)
    {
        var (name, description) = (term.DisplayName(language), term.Description(language));
        return name == term.Name ? description : description.Length == 0 ? name : $"{name}: {description}";
    }

    private static string Article => English.WithArticle(typeof(TTerm).Name);

    private static string Allowed => $"expected one of: {string.Join(", ", Term<TTerm>.InOrder.Select(term => term.Name))}.";

    private static TTerm FromName(string name) => Term<TTerm>.OfName(name) ?? throw new JsonException(Term<TTerm>.NoName(name));
}
