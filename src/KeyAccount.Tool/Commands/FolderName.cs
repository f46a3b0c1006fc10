using System.CommandLine;

namespace KeyAccount.Tool.Commands;

/// <summary>An option that names a folder.</summary>
internal static class FolderName
{
    public static Option<DirectoryInfo?> Option(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DIR",
        CustomParser = result =>
        {
            var path = result.Tokens[0].Value;
            if (path.Length > 0 && !path.Contains('\0', StringComparison.Ordinal))
                return new(path);
            result.AddError($"{name} '{path}' is not the name of a folder.");
            return null;
        },
    };
}
