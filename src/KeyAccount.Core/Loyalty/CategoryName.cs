using System.Globalization;
using System.Text;

namespace KeyAccount.Core.Loyalty;

/// <summary>Names of categories, and of products and units, that differ only in how they are written.</summary>
internal static class CategoryName
{
    /// <summary>What two spellings of one name have in common: letters, digits and signs that tell products apart, such as those of
    /// C++ or A#; without letter case, blanks, hyphens, dots and the width of characters.</summary>
    public static string KeyOf(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var c in Composed(name).ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c) || char.IsSymbol(c) || c is '#' or '&' or '%'
                || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
                key.Append(c);
        }

        // A name without letters is compared as it is.
        return key.Length == 0 ? name : key.ToString();
    }

    // A half of a surrogate pair has no form.
    private static string Composed(string name)
    {
        try
        {
            return name.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return name;
        }
    }
}
