using System.CommandLine.Parsing;

namespace KeyAccount.Tool.Commands;

/// <summary>An argument or an option that names a file.</summary>
internal static class FileName
{
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
