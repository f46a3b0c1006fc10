using System.CommandLine;
using System.CommandLine.Parsing;

namespace KeyAccount.Tool.Commands;

/// <summary>An argument or an option that names a file.</summary>
internal static class FileName
{
    /// <summary>Reads names of files; otherwise an option that does not exist would be taken for one.</summary>
    public static string[]? ParseAll(ArgumentResult result)
    {
        foreach (var path in result.Tokens.Select(token => token.Value))
        {
            if (path.Length == 0)
                result.AddError($"{result.Argument.Name} '' is not the name of a file.");
            else if (path.Length > 1 && path[0] == '-')
                result.AddError($"Unrecognized command or argument '{path}'.");
        }

        return [.. result.Tokens.Select(token => token.Value)];
    }

    /// <summary>Reads the names of files of an option that may be given more than once.</summary>
    public static string[]? ParseOption(ArgumentResult result)
    {
        if (result.Tokens.Any(token => token.Value.Length == 0))
            result.AddError($"--{result.Argument.Name.TrimStart('-')} '' is not the name of a file.");
        return [.. result.Tokens.Select(token => token.Value)];
    }

    /// <summary>An option that names a file.</summary>
    public static Option<FileInfo?> Option(string name, string description, string helpName = "FILE") => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result => Parse(result, name),
    };

    /// <summary>Reads a file name; an empty one, such as a shell makes of an unset variable, is a fault.</summary>
    public static FileInfo? Parse(ArgumentResult result, string name)
    {
        var path = result.Tokens[0].Value;
        if (path.Length > 0)
            return new(path);
        result.AddError($"{name} '' is not the name of a file.");
        return null;
    }
}
