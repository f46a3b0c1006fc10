using KeyAccount.Core.Terms;

namespace KeyAccount.Tool.Tables;

/// <summary>A value of a term as people write it.</summary>
internal static class TermWord
{
    /// <summary>Reads a term by its code or its name in any language of the library, or by one of two names that stand beside each other,
    /// such as 销售经理 of 销售经理/主管; null where it is none, or may be two.</summary>
    public static TTerm? Of<[System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(
        System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicFields)] TTerm>(string text)
        where TTerm : Term<TTerm>
    {
        if (Term<TTerm>.InOrder.FirstOrDefault(term => IsSame(term.Name)
            || Language.All.Any(language => IsSame(term.DisplayName(language)))) is { } whole)
            return whole;
        var parts = Term<TTerm>.InOrder.Where(term => Language.All.Any(
            language => term.DisplayName(language).Split('/') is { Length: > 1 } names && Array.Exists(names, IsSame))).ToArray();
        return parts is [var part] ? part : null;

        bool IsSame(string name) => string.Equals(name, text, StringComparison.OrdinalIgnoreCase);
    }
}
