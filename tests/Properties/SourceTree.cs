namespace KeyAccount;

/// <summary>The sources that the tests were built from: what was reviewed stands beside them.</summary>
internal static class SourceTree
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KeyAccount.Core.sln")))
            folder = folder.Parent;
        return folder?.FullName
            ?? throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds KeyAccount.Core.sln.");
    }
}
