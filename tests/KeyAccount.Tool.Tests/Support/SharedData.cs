namespace KeyAccount.Tool.Tests.Support;

/// <summary>Real data beside the repository: read where it is, skipped by name where it is not.</summary>
internal static class SharedData
{
    public static string File(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", name);
            if (System.IO.File.Exists(path))
                return path;
        }

        Assert.Skip($"The shared data file '{name}' is not on this machine (no folder above the tests has shared/data/{name}).");
        return null!;
    }
}
