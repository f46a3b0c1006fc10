namespace KeyAccount.Core.Tests.House;

/// <summary>One thing a source document enumerates: its words there, and its home in the library or the reason why it has none.</summary>
/// <param name="Seed">The document, such as <c>S003</c>.</param>
/// <param name="Lines">Where it stands there: single lines and ranges, from 1.</param>
/// <param name="Words">The document's own words.</param>
/// <param name="Home">A full name of the library, <c>text KEY</c>, <c>pending ROOM</c>, <c>owed ROOM</c>, <c>named only</c> or
/// <c>outside</c>.</param>
/// <param name="Members">What it consists of.</param>
/// <param name="Note">What a reader should know; may be blank.</param>
internal sealed record SourceEntry(
    string Seed, IReadOnlyList<int> Lines, string Words, string Home, IReadOnlyList<SourceMember> Members, string Note)
{
    public override string ToString() => $"{Seed} line {Lines[0]}, {Words}";
}
