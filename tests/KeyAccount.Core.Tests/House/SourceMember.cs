namespace KeyAccount.Core.Tests.House;

/// <summary>A part of what a source document enumerates.</summary>
/// <param name="Words">The document's own words.</param>
/// <param name="Name">What it is called under the home of its entry; null where the entry has none.</param>
internal sealed record SourceMember(string Words, string? Name);
