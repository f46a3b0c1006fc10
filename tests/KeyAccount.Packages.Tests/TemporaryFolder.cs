namespace KeyAccount.Packages.Tests;

/// <summary>A folder outside the repository, until disposed.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("keyaccount-").FullName;

    public string PathOf(params ReadOnlySpan<string> names) => Path.Combine([Root, .. names]);

    public string Write(string name, string text)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
