using System.Text;
using System.Text.Json.Serialization.Metadata;
using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Reviews;

/// <summary>Reads the facts of a model from JSON, and reports everything that is wrong and where.</summary>
/// <example>
/// <code>
/// var model = AccountValue.Standard;
/// var facts = (AccountValueFacts)ModelFacts.Read(model, """{ "annualPurchases": 1200000 }""");
/// Console.WriteLine(model.Assess(facts).Score);
/// </code>
/// </example>
public static class ModelFacts
{
    /// <summary>Finds the JSON contract for the facts of a library model; it also works in a trimmed program.</summary>
    /// <param name="facts">The type of the facts (<see cref="IFactModel.FactsType"/>).</param>
    /// <returns>The contract: names in camel case, unknown names refused; null for facts of your own.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="facts"/> is a type of which there are no values,
    /// such as an open generic one.</exception>
    public static JsonTypeInfo? TypeOf(Type facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return FactsJson.Default.GetTypeInfo(facts);
    }

    /// <summary>Reads the facts of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="json">The facts, an object.</param>
    /// <param name="type">The JSON contract; null for that of the library's models.</param>
    /// <returns>The facts, of <see cref="IFactModel.FactsType"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> or <paramref name="json"/> is null.</exception>
    /// <exception cref="ArgumentException">The facts are of your own, and <paramref name="type"/> is null or of another type.</exception>
    /// <exception cref="InvalidModelException">The text is not valid JSON, or does not hold the facts of the model; the exception holds
    /// every fault with its path.</exception>
    public static object Read(IFactModel model, string json, JsonTypeInfo? type = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(json);
        type ??= TypeOf(model.FactsType);
        if (type?.Type != model.FactsType)
        {
            throw new ArgumentException(
                $"type is {type?.Type.ToString() ?? "null"}; the facts of '{model.Id}' are your own: it must be that of {model.FactsType}.",
                nameof(type));
        }

        return Read(model.Id, json, type);
    }

    /// <summary>Reads the facts of a model from JSON in UTF-8.</summary>
    /// <param name="model">The model.</param>
    /// <param name="json">The bytes.</param>
    /// <param name="type">The JSON contract; null for that of the library's models.</param>
    /// <returns>The facts, of <see cref="IFactModel.FactsType"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    /// <exception cref="ArgumentException">The facts are of your own, and <paramref name="type"/> is null or of another type.</exception>
    /// <exception cref="InvalidModelException">The bytes are not UTF-8, not valid JSON, or do not hold the facts of the model; the
    /// exception holds every fault with its path.</exception>
    public static object Read(IFactModel model, ReadOnlyMemory<byte> json, JsonTypeInfo? type = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Read(model, TextOf(model.Id, json), type);
    }

    /// <summary>Reads an object of your own in the same way as facts, and reports everything that is wrong and where.</summary>
    /// <param name="name">The name of the object in errors.</param>
    /// <param name="json">The bytes.</param>
    /// <param name="type">The JSON contract of the object.</param>
    /// <returns>The object, of that type.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="type"/> is null.</exception>
    /// <exception cref="InvalidModelException">The bytes are not UTF-8, not valid JSON, or not of that type; the exception holds every
    /// fault with its path.</exception>
    public static object Read(string name, ReadOnlyMemory<byte> json, JsonTypeInfo type)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(type);
        return Read(name, TextOf(name, json), type);
    }

    private static string TextOf(string name, ReadOnlyMemory<byte> json) =>
        System.Text.Unicode.Utf8.IsValid(json.Span) ? Encoding.UTF8.GetString(json.Span)
            : throw new InvalidModelException(name, [new("$", "it is not UTF-8")]);

    private static object Read(string name, string json, JsonTypeInfo type)
    {
        var faults = new List<ModelFault>();
        var value = CheckedJson.ReadPart(json.StartsWith('\uFEFF') ? json[1..] : json, type, "", faults);
        return faults.Count == 0 && value is not null ? value : throw new InvalidModelException(
            name,
            faults.Count == 0 ? [new("$", "it is null; it must be an object")]
                : [.. faults.Select(fault => fault.Path.Length > 0 ? fault : fault with { Path = "$" })]);
    }
}
