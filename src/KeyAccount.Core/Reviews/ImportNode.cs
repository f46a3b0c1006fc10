using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace KeyAccount.Core.Reviews;

/// <summary>The origin of a value: a table, its row and its column; the table is −1 for a value that the portfolio already had.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ImportOrigin(int Table, long Row, int Column)
{
    public static readonly ImportOrigin Existing = new(-1, 0, -1);

    public bool IsExisting => Table < 0;
}

/// <summary>A part of an account file while it is assembled, with the rows that it comes from.</summary>
internal abstract class ImportNode
{
    public abstract void Write(Utf8JsonWriter json);
}

/// <summary>A value as JSON.</summary>
internal sealed class ImportValue(ReadOnlyMemory<byte> json, ImportOrigin origin) : ImportNode
{
    public ReadOnlyMemory<byte> Json { get; } = json;

    public ImportOrigin Origin { get; } = origin;

    /// <summary>Whether another value is the same: 12.50 equals 12.5.</summary>
    public bool IsSame(ReadOnlySpan<byte> other) => Json.Span.SequenceEqual(other)
        || (decimal.TryParse(Json.Span, System.Globalization.CultureInfo.InvariantCulture, out var mine)
            && decimal.TryParse(other, System.Globalization.CultureInfo.InvariantCulture, out var theirs) && mine == theirs);

    public override void Write(Utf8JsonWriter json) => json.WriteRawValue(Json.Span, skipInputValidation: true);

    public override string ToString() => Shown(Json.Span);

    public static string Shown(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            return reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(json);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Encoding.UTF8.GetString(json);
        }
    }
}

/// <summary>An object: the account, a part of it, or an item of a list.</summary>
internal sealed class ImportObject(ImportShape shape, ImportOrigin origin) : ImportNode
{
    private readonly ImportNode?[] _members = new ImportNode?[shape.Members.Count];
    private List<(string Name, byte[] Json)>? _others;

    public ImportOrigin Origin { get; } = origin;

    /// <summary>Whether a row states something about the object itself, not only about what belongs to it.</summary>
    public bool IsDefined { get; set; } = origin.IsExisting;

    /// <summary>Whether a row names the object.</summary>
    public bool IsNamed { get; set; }

    /// <summary>The rows that name the object without stating anything about the object itself.</summary>
    public long Rows { get; set; }

    public ImportShape Shape => shape;

    /// <summary>The keys that identify it in its list, for a person; null if there are none.</summary>
    public string? ShownKeys
    {
        get
        {
            var keys = shape.Keys.Select(key => Find(key)?.ToString()).OfType<string>().ToArray();
            return keys.Length > 0 ? string.Join(", ", keys) : null;
        }
    }

    public ImportNode? this[ImportShape member]
    {
        get => _members[member.Index];
        set => _members[member.Index] = value;
    }

    /// <summary>Returns the object that holds a value, and creates it if needed.</summary>
    public ImportObject HolderOf(ImportShape leaf, ImportOrigin from)
    {
        if (leaf.Parent == shape)
            return this;
        var outer = HolderOf(leaf.Parent!, from);
        if (outer[leaf.Parent!] is not ImportObject holder)
            outer[leaf.Parent!] = holder = new(leaf.Parent!, from) { IsDefined = true };
        return holder;
    }

    /// <summary>Returns a list of the object, and creates it if needed.</summary>
    public ImportItems ListOf(ImportShape list, ImportOrigin from)
    {
        var holder = HolderOf(list, from);
        if (holder[list] is not ImportItems items)
            holder[list] = items = new(list);
        return items;
    }

    /// <summary>The value of a leaf; null if there is none.</summary>
    public ImportValue? Find(ImportShape leaf) =>
        leaf.Parent == shape ? this[leaf] as ImportValue : (FindObject(leaf.Parent!) is { } holder ? holder[leaf] as ImportValue : null);

    public ImportNode? FindMember(string name, out ImportShape? member)
    {
        member = shape.Member(name);
        return member is null ? null : this[member];
    }

    /// <summary>Takes over what the portfolio already has.</summary>
    public static ImportObject Of(ImportShape shape, JsonElement json)
    {
        var node = new ImportObject(shape, ImportOrigin.Existing);
        foreach (var property in json.EnumerateObject())
        {
            if (shape.Member(property.Name) is not { } member)
            {
                (node._others ??= []).Add((property.Name, Encoding.UTF8.GetBytes(property.Value.GetRawText())));
            }
            else if (member.Leaf is not null || property.Value.ValueKind == JsonValueKind.Null)
            {
                if (property.Value.ValueKind != JsonValueKind.Null)
                    node[member] = new ImportValue(Encoding.UTF8.GetBytes(property.Value.GetRawText()), ImportOrigin.Existing);
            }
            else if (member.IsList)
            {
                var items = new ImportItems(member);
                foreach (var item in property.Value.EnumerateArray())
                    items.Add(Of(member, item));
                node[member] = items;
            }
            else
            {
                node[member] = Of(member, property.Value);
            }
        }

        return node;
    }

    /// <summary>Whether another object contains all that this one states.</summary>
    public bool IsWithin(ImportObject other)
    {
        for (var i = 0; i < _members.Length; i++)
        {
            var is_ = (_members[i], other._members[i]) switch
            {
                (null, _) => true,
                (ImportValue mine, ImportValue theirs) => theirs.IsSame(mine.Json.Span),
                (ImportObject mine, ImportObject theirs) => mine.IsWithin(theirs),
                (ImportItems { Items.Count: 0 }, _) => true,
                _ => false,
            };
            if (!is_)
                return false;
        }

        return true;
    }

    /// <summary>The values, parts and lists, in the order of the members; null if there is none.</summary>
    public ReadOnlySpan<ImportNode?> Nodes => _members;

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        for (var i = 0; i < _members.Length; i++)
        {
            if (_members[i] is not { } node || node is ImportItems { Items.Count: 0 })
                continue;
            json.WritePropertyName(shape.Members[i].Encoded);
            node.Write(json);
        }

        foreach (var (name, value) in _others ?? [])
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value, skipInputValidation: true);
        }

        json.WriteEndObject();
    }

    private ImportObject? FindObject(ImportShape part) =>
        part == shape ? this : FindObject(part.Parent!) is { } outer ? outer[part] as ImportObject : null;
}

/// <summary>A list of objects, by their keys.</summary>
internal sealed class ImportItems(ImportShape shape) : ImportNode
{
    // So many are looked through; of more there is an index.
    private const int Few = 8;

    private Dictionary<string, ImportObject>? _byKey;
    private int _indexed;

    public List<ImportObject> Items { get; } = [];

    public ImportShape Shape => shape;

    /// <summary>The item with a key, as JSON; null if there is none.</summary>
    public ImportObject? Find(ReadOnlySpan<byte> key)
    {
        if (Items.Count > Few)
            return Find(Encoding.UTF8.GetString(key));
        foreach (var item in Items)
        {
            if (item.Find(shape.Keys[0]) is { } value && value.Json.Span.SequenceEqual(key))
                return item;
        }

        return null;
    }

    /// <summary>The item with several keys, as JSON separated by U+001F; null if there is none.</summary>
    public ImportObject? Find(string keys)
    {
        _byKey ??= new(StringComparer.Ordinal);
        for (; _indexed < Items.Count; _indexed++)
            _byKey.TryAdd(KeyOf(Items[_indexed]), Items[_indexed]);
        return _byKey.GetValueOrDefault(keys);
    }

    public void Add(ImportObject item) => Items.Add(item);

    /// <summary>Removes items. Do so only when no more items are looked up by their keys.</summary>
    public void Remove(Predicate<ImportObject> isLeftOut)
    {
        Items.RemoveAll(isLeftOut);
    }

    /// <summary>Whether ids among the items can look alike; false if none do.</summary>
    public bool MayBeAlike(ImportShape id)
    {
        const int OnStack = 64;
        Span<ulong> hashes = Items.Count <= OnStack ? stackalloc ulong[OnStack] : new ulong[Items.Count];
        for (var i = 0; i < Items.Count; i++)
            hashes[i] = Items[i].Find(id) is { } value ? LookAlikes.IdHashOf(value.Json.Span) : (ulong)i;
        hashes = hashes[..Items.Count];
        hashes.Sort();
        for (var i = 1; i < hashes.Length; i++)
        {
            if (hashes[i] == hashes[i - 1])
                return true;
        }

        return false;
    }

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var item in Items)
            item.Write(json);
        json.WriteEndArray();
    }

    private string KeyOf(ImportObject item) => string.Join(
        '\u001F', shape.Keys.Select(key => item.Find(key) is { } value ? Encoding.UTF8.GetString(value.Json.Span) : ""));
}
