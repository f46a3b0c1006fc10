namespace KeyAccount.Core.Reviews;

/// <summary>The kind and the version of a file.</summary>
/// <param name="Format">The kind of file.</param>
/// <param name="Version">The version of the file; 1 if it states none.</param>
/// <remarks>Not a value that JSON keeps: it holds a format. Immutable; equal when both parts are.</remarks>
public sealed record FileVersion(FileFormat Format, int Version)
{
    /// <summary>Whether the file has the current version.</summary>
    public bool IsCurrent => Version == Format?.Version;
}
