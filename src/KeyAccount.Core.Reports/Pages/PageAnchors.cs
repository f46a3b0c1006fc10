using System.Globalization;
using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Reports.Pages;

/// <summary>The identifiers of the sections of a page: made of their keys where those can be, so that a link from outside keeps its
/// target, and no two the same.</summary>
internal sealed class PageAnchors
{
    private const int LongestKey = 40;

    private readonly Dictionary<Section, string?> _ids = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, (string Id, int Depth)> _byKey = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public PageAnchors(Document document) => Add(document.Blocks, 0);

    /// <summary>The identifier of a section; null if nothing can lead to it.</summary>
    public string? IdOf(Section section) => _ids[section];

    /// <summary>The section with a key, the one nearest to the top of the document; null for none.</summary>
    public string? IdOf(string key) => _byKey.TryGetValue(key, out var found) ? found.Id : null;

    private void Add(IReadOnlyList<Block> blocks, int depth)
    {
        foreach (var section in blocks.OfType<Section>())
        {
            // The same section twice is written twice: the first keeps the name.
            if (!_ids.ContainsKey(section))
            {
                var id = depth > 0 && section.Key is null ? null : Unique(section.Key);
                _ids.Add(section, id);
                if (id is not null && section.Key is { } key && (!_byKey.TryGetValue(key, out var before) || depth < before.Depth))
                    _byKey[key] = (id, depth);
            }

            Add(section.Blocks, depth + 1);
        }
    }

    private string Unique(string? key)
    {
        var name = key is { Length: > 0 and <= LongestKey } && key.All(each => char.IsAsciiLetterOrDigit(each) || each is '-' or '_')
            ? "s-" + key
            : "s" + (_ids.Count + 1).ToString(CultureInfo.InvariantCulture);
        var id = name;
        for (var i = 2; !_used.Add(id); i++)
            id = name + "." + i.ToString(CultureInfo.InvariantCulture);
        return id;
    }
}
