using System.Text.Json;
using static System.FormattableString;

namespace KeyAccount.Core.Terms;

/// <summary>English grammar for messages that contain a noun from elsewhere.</summary>
internal static class English
{
    // Written with a U, spoken with a consonant: a unit, a user.
    private static readonly string[] SpokenAsYou = ["uni", "use", "usu", "uti"];

    /// <summary>A noun with its article: <c>an AccountTier</c>, <c>a FactorLevel</c>.</summary>
    public static string WithArticle(string noun) =>
        noun.Length > 0 && "AEIOUaeiou".Contains(noun[0], StringComparison.Ordinal)
        && !Array.Exists(SpokenAsYou, start => noun.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            ? $"an {noun}"
            : $"a {noun}";

    /// <summary>A number of things: <c>1 fault</c>, <c>3 faults</c>.</summary>
    public static string Count(int count, string noun) => Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>The everyday name of a kind of JSON value: <c>a list</c>, <c>null</c>.</summary>
    public static string Named(JsonTokenType token) => Named(token switch
    {
        JsonTokenType.StartObject => JsonValueKind.Object,
        JsonTokenType.StartArray => JsonValueKind.Array,
        JsonTokenType.String or JsonTokenType.PropertyName => JsonValueKind.String,
        JsonTokenType.Number => JsonValueKind.Number,
        JsonTokenType.True or JsonTokenType.False => JsonValueKind.True,
        _ => JsonValueKind.Null,
    });

    public static string Named(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };
}
