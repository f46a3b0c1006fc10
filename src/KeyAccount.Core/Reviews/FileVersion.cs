namespace KeyAccount.Core.Reviews;

/// <summary>Which file it is, and of which version.</summary>
/// <param name="Format">The kind of file.</param>
/// <param name="Version">Its version; 1 where it states none.</param>
/// <remarks>Not a value that JSON keeps: it holds a format. Immutable; equal when both parts are.</remarks>
public sealed record FileVersion(FileFormat Format, int Version)
{
    /// <summary>Whether it is of the version that is written today.</summary>
    public bool IsCurrent => Version == Format?.Version;
}
