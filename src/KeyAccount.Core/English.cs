using static System.FormattableString;

namespace KeyAccount.Core;

/// <summary>The grammar that messages with a noun from elsewhere need.</summary>
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
}
