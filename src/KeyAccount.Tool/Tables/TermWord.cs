using KeyAccount.Core.Terms;

namespace KeyAccount.Tool.Tables;

/// <summary>A value of a term as people write it.</summary>
internal static class TermWord
{
    /// <summary>Reads a term by its code or its name in any language of the library; null where it is none.</summary>
    public static TTerm? Of<[System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(
        System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicFields)] TTerm>(string text)
        where TTerm : Term<TTerm>
    {
        return Term<TTerm>.InOrder.FirstOrDefault(term => IsSame(term.Name)
            || Language.All.Any(language => IsSame(term.DisplayName(language))));

        bool IsSame(string name) => string.Equals(name, text, StringComparison.OrdinalIgnoreCase);
    }
}
