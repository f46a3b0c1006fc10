using System.Globalization;

namespace KeyAccount.Core.Tests;

/// <summary>Real data beside the repository: read where it is, skipped by name where it is not.</summary>
internal static class SharedData
{
    public static IEnumerable<string[]> Rows(string file)
    {
        var path = Find(file);
        Assert.SkipWhen(
            path is null, $"The shared data file '{file}' is not on this machine (no folder above the tests has shared/data/{file}).");
        return File.ReadLines(path!).Skip(1).Select(line => line.Split(','));
    }

    public static decimal Number(string field) => decimal.Parse(field, CultureInfo.InvariantCulture);

    private static string? Find(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", file);
            if (File.Exists(path))
                return path;
        }

        return null;
    }
}
