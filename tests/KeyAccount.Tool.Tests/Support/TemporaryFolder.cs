using System.Text;

namespace KeyAccount.Tool.Tests.Support;

/// <summary>A folder of its own for one test, gone when the test ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("keyaccount-").FullName;

    /// <summary>The names of what is in it.</summary>
    public IEnumerable<string> Names => Directory.EnumerateFileSystemEntries(Path).Select(entry => System.IO.Path.GetFileName(entry)!);

    public string Of(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file in UTF-8 without a byte order mark.</summary>
    public string Write(string name, string text) => Write(name, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Of(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
