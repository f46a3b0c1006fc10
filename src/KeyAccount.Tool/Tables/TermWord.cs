using KeyAccount.Core.Terms;

namespace KeyAccount.Tool.Tables;

/// <summary>A value of a term as people write it.</summary>
internal static class TermWord
{
    /// <summary>Reads a term by its code or its name in any language in force or ready, or by one of two names that stand beside each
    /// other, such as 销售经理 of 销售经理/主管; null if it is none, or may be two.</summary>
    public static TTerm? Of<[System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(
        System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicFields)] TTerm>(string text)
        where TTerm : Term<TTerm>
    {
        if (Term<TTerm>.InOrder.FirstOrDefault(term => IsSame(term.Name) || NamesOf(term).Any(IsSame)) is { } whole)
            return whole;
        var parts = Term<TTerm>.InOrder.Where(term => NamesOf(term).Any(
            name => name.Split('/') is { Length: > 1 } names && Array.Exists(names, IsSame))).ToArray();
        return parts is [var part] ? part : null;

        bool IsSame(string name) => string.Equals(name, text, StringComparison.OrdinalIgnoreCase);

        // A table may have been printed in German by another run.
        static IEnumerable<string> NamesOf(TTerm term) => Language.Known.Select(term.DisplayName)
            .Concat(ReadyOf(term) is { } german ? [german] : []);

        static string? ReadyOf(TTerm term) => typeof(TTerm).Assembly == typeof(Language).Assembly
            ? LanguageTexts.German.TryGet(
                $"{typeof(TTerm).Namespace!["KeyAccount.Core.".Length..]}.{typeof(TTerm).Name}.{term.Name}") : null;
    }
}
