using System.CommandLine;

namespace KeyAccount.Tool.Commands;

/// <summary>Options that take one of a few words.</summary>
internal static class WordOption
{
    public static Option<string?> Create(string name, string description, params string[] words)
    {
        var option = new Option<string?>(name)
        {
            Description = description,
            HelpName = string.Join('|', words),
            CustomParser = result =>
            {
                var word = result.Tokens[0].Value;
                if (words.Contains(word, StringComparer.OrdinalIgnoreCase))
                    return word;
                result.AddError($"{name} '{word}' is not one of {string.Join(", ", words)}.");
                return null;
            },
        };
        option.CompletionSources.Add(words);
        return option;
    }
}
