using System.Runtime.CompilerServices;

namespace KeyAccount.Core.Planning;

/// <summary>Who answers for something: one person.</summary>
internal static class Person
{
    private static readonly string[] Separators = [",", "，", ";", "；", "、", "/", "&", "+", "\n", " and "];

    /// <summary>A name that is not blank and names one person only.</summary>
    public static string Checked(string? value, [CallerMemberName] string name = "")
    {
        Guard.NotBlank(value, name);
        return Separators.FirstOrDefault(each => value.Contains(each, StringComparison.OrdinalIgnoreCase)) is { } separator
            ? throw new ArgumentException(
                $"{name} is '{value.ReplaceLineEndings(" ")}', which names more than one ('{separator.Trim().ReplaceLineEndings(" ")}'); "
                + "it must be one person: name who answers for it, without commas.",
                name)
            : value;
    }

    /// <summary>Whether a name is one that an action can have.</summary>
    public static bool IsOne(string? value) =>
        !string.IsNullOrWhiteSpace(value) && !Separators.Any(each => value.Contains(each, StringComparison.OrdinalIgnoreCase));
}
