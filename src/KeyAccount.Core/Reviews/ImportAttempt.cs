using System.Globalization;
using System.Text;
using NodaTime.Text;

namespace KeyAccount.Core.Reviews;

/// <summary>One way to make an account of its rows, without those that are left out.</summary>
internal sealed class ImportAttempt(PortfolioBuilder builder, ImportAccount account, HashSet<ImportOrigin> left)
{
    private readonly Dictionary<int, long> _used = [];
    private readonly List<ImportNote> _told = [];
    private readonly List<ImportOrigin> _faulty = [];

    private bool _isNamed;

    public List<ImportNote> Faults { get; } = [];

    /// <summary>Whether all rows that say that there is the account are left out.</summary>
    public bool IsUnknown => !_isNamed && account.Existing is null && account.Row is { } row && builder.TableAt(row.Table).AddsAccounts
        && left.Contains(new(row.Table, row.Row, -1));

    public void Apply(ImportObject root)
    {
        var rows = new List<(int Table, long Row, long Day, int Start)>();
        var reader = new PackedRows(account.Rows);
        while (reader.Next())
        {
            var (table, row) = ((int)reader.Varint(), reader.Varint());
            var day = builder.TableAt(table).IsLatest ? reader.Varint() : 0;
            rows.Add((table, row, day, reader.Position));
            reader.Skip();
        }

        // Of surveys the latest counts; all other rows in their order.
        foreach (var (table, row, _, start) in rows.Exists(each => each.Day != 0) ? rows.OrderBy(each => each.Day) : rows.AsEnumerable())
        {
            if (!left.Contains(new(table, row, -1)))
            {
                _isNamed |= builder.TableAt(table).AddsAccounts;
                Apply(root, builder.TableAt(table), row, new(account.Rows, start));
            }
        }

        AddSums(root);
        RemoveUndefined(root);
        TellAlikePeople(root);
    }

    public void Take(ImportObject root, ModelFault fault)
    {
        var (origin, rest) = Locate(root, fault.Path);
        if (origin.IsExisting)
        {
            origin = account.Row is { } row ? new(row.Table, row.Row, -1) : origin;
            rest = fault.Path;
        }

        Add(origin, $"{(rest.Length > 0 ? $"{rest}: " : "")}{fault.Message}", null);
    }

    /// <summary>Leaves out what is faulty; false where nothing can be left out any more.</summary>
    public bool LeavesOut(HashSet<ImportOrigin> all, ImportTolerance tolerance)
    {
        var isMore = false;
        foreach (var origin in _faulty)
        {
            if (origin.IsExisting)
                continue;
            var row = origin with { Column = -1 };
            isMore |= tolerance != ImportTolerance.LeaveOutRows && origin.Column >= 0
                && !builder.TableAt(origin.Table)[origin.Column].Column!.IsKey ? all.Add(origin) || all.Add(row) : all.Add(row);
        }

        return isMore;
    }

    public void TellFaults() => Faults.ForEach(builder.Note);

    public void Tell()
    {
        TellFaults();
        foreach (var (table, rows) in _used)
            builder.TableAt(table).Used += rows;
        _told.ForEach(builder.Note);
    }

    private void Apply(ImportObject root, ImportTable table, long row, PackedRows reader)
    {
        var cells = new List<(ImportShape Leaf, ReadOnlyMemory<byte> Json, int Column)>();
        while (reader.Varint() is > 0 and var column)
        {
            var json = reader.Bytes();
            if (!left.Contains(new(table.Index, row, (int)column - 1)))
                cells.Add((table[(int)column - 1], json, (int)column - 1));
        }

        var origin = new ImportOrigin(table.Index, row, -1);
        var levels = table.Levels;
        var items = levels.Length == 0 ? [] : new ImportObject?[levels.Length];
        var has = levels.Length == 0 ? [] : new bool[levels.Length];
        foreach (var cell in cells)
        {
            for (var level = table.LevelOf[cell.Column]; level >= 0 && !has[level]; level = table.Outer[level])
                has[level] = true;
        }

        var isNew = false;
        List<(ImportItems List, ImportObject Item)>? added = null;
        for (var level = 0; level < levels.Length; level++)
        {
            if (!has[level])
                continue;
            var list = levels[level];
            var holder = table.Outer[level] is >= 0 and var outer ? items[outer] : root;
            if (holder is null)
                return;
            var isDefining = true;
            for (var inner = level + 1; inner < levels.Length; inner++)
                isDefining &= table.Outer[inner] != level || !has[inner];
            for (var i = 0; i < cells.Count && !isDefining; i++)
                isDefining = table.LevelOf[cells[i].Column] == level && Array.IndexOf(list.Keys, cells[i].Leaf) < 0;
            var all = holder.ListOf(list, origin);
            var item = ItemOf(list, all, cells, origin, out var key, out var isMissing);
            if (isMissing)
                return;
            if (item is null)
            {
                item = new(list, origin);
                all.Add(key, item);
                if (key is null)
                    (added ??= []).Add((all, item));
                isNew |= isDefining;
            }

            item.IsDefined |= isDefining;
            if (!item.IsDefined)
                item.Rows++;
            items[level] = item;
        }

        foreach (var (leaf, json, column) in cells)
        {
            var item = table.LevelOf[column] is >= 0 and var level ? items[level]! : root;
            isNew |= Set(item, leaf, json, origin with { Column = column }, table.IsLatest);
        }

        // An item without a key that was there already, perhaps with more.
        foreach (var (list, item) in added ?? [])
        {
            if (list.Items.Find(other => other != item && other.Origin.IsExisting && item.IsWithin(other)) is not null)
                list.Remove(other => other == item);
        }

        if (isNew || table.AddsAccounts && account.Row == (table.Index, row))
            _used[table.Index] = _used.GetValueOrDefault(table.Index) + 1;
        else if (cells.Count > 0 || table.AddsAccounts)
        {
            _told.Add(new(ImportNoteKind.Repeated, table.Name, table.WhereOf(row), null, null, "it says nothing new")
            {
                AccountId = account.Id,
            });
        }
    }

    // Whether it says something new.
    private bool Set(ImportObject item, ImportShape leaf, ReadOnlyMemory<byte> json, ImportOrigin origin, bool isLatest)
    {
        var holder = item.HolderOf(leaf, origin);
        if (holder[leaf] is ImportValue known)
        {
            if (known.IsSame(json.Span))
                return false;
            if (known.Origin.IsExisting)
            {
                _told.Add(new(ImportNoteKind.Change, "", "", leaf.Path, ImportValue.Shown(json.Span), $"it was {known}")
                {
                    AccountId = account.Id,
                });
            }
            else if (!isLatest)
            {
                var before = builder.TableAt(known.Origin.Table);
                Add(
                    origin, $"{before.Name}, {before.WhereOf(known.Origin.Row)} says '{known}'; both must agree",
                    ImportValue.Shown(json.Span));
                return false;
            }
        }
        else if (item.Origin.IsExisting)
        {
            _told.Add(new(ImportNoteKind.Change, "", "", leaf.Path, ImportValue.Shown(json.Span), "it was not known")
            {
                AccountId = account.Id,
            });
        }

        holder[leaf] = new ImportValue(json, origin);
        return true;
    }

    private ImportObject? ItemOf(
        ImportShape list, ImportItems all, List<(ImportShape Leaf, ReadOnlyMemory<byte> Json, int Column)> cells, ImportOrigin origin,
        out string? key, out bool isMissing)
    {
        (key, isMissing) = (null, false);
        if (list.Keys.Length == 0)
            return null;
        var parts = new string[list.Keys.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var leaf = list.Keys[i];
            var at = cells.FindIndex(cell => cell.Leaf == leaf);

            // Where nothing has an id, the name is one.
            if (at < 0 && leaf.Name == "id" && list.Member("name") is { } name
                && cells.FindIndex(cell => cell.Leaf == name) is >= 0 and var named)
            {
                cells.Add((leaf, cells[named].Json, cells[named].Column));
                at = cells.Count - 1;
            }

            if (at < 0 && parts.Length == 1)
            {
                Add(origin, $"{leaf.Path} is needed", null);
                isMissing = true;
                return null;
            }

            parts[i] = at < 0 ? "" : Encoding.UTF8.GetString(cells[at].Json.Span);
        }

        key = parts.Length == 1 ? parts[0] : string.Join('\u001F', parts);
        return all.Find(key);
    }

    private void AddSums(ImportObject root)
    {
        if (account.Sums.Count == 0)
            return;
        var list = account.Sums.List;
        var items = root.ListOf(list, ImportOrigin.Existing);
        foreach (var (month, sum, table, row) in account.Sums.InOrder())
        {
            var origin = new ImportOrigin(table, row, -1);
            if (left.Contains(origin))
                continue;
            var key = $"\"{YearMonthPattern.Iso.Format(month)}\"";
            var amount = Encoding.UTF8.GetBytes((sum / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture));
            if (items.Find(key) is not { } item)
            {
                // Each month comes once, so nobody looks for it again.
                item = new(list, origin) { IsDefined = true };
                items.Add(null, item);
                item[list.Keys[0]] = new ImportValue(Encoding.UTF8.GetBytes(key), origin);
            }

            _ = Set(item, list.Summed!, amount, origin, isLatest: false);
        }
    }

    private void RemoveUndefined(ImportObject node)
    {
        foreach (var inner in node.Nodes())
        {
            if (inner is ImportObject part)
            {
                RemoveUndefined(part);
            }
            else if (inner is ImportItems items)
            {
                foreach (var item in items.Items)
                {
                    if (item.IsDefined)
                    {
                        RemoveUndefined(item);
                        continue;
                    }

                    var table = builder.TableAt(item.Origin.Table);
                    _used[table.Index] = _used.GetValueOrDefault(table.Index) - item.Rows;
                    _told.Add(new(
                        ImportNoteKind.UnknownItem, table.Name, table.WhereOf(item.Origin.Row), null,
                        string.Join(", ", item.Shape.Keys.Select(key => item.Find(key)?.ToString() ?? "")),
                        $"its account has no such entry in {item.Shape.Path}")
                    {
                        Count = item.Rows,
                        AccountId = account.Id,
                    });
                }

                items.Remove(item => !item.IsDefined);
            }
        }
    }

    private void TellAlikePeople(ImportObject root)
    {
        if (builder.LeafAt("contacts[].name") is not { List: { } list } name
            || root[list] is not ImportItems { Items.Count: > 1 } people)
            return;
        foreach (var group in LookAlikes.Among([.. people.Items.Select(person => person.Find(name)?.ToString()).OfType<string>()]))
        {
            _told.Add(new(
                ImportNoteKind.AlikePeople, "", "", null, string.Join(" = ", group.Select(each => $"'{each}'")),
                "the names look alike; is it one person?")
            {
                Count = group.Count,
                AccountId = account.Id,
            });
        }
    }

    private void Add(ImportOrigin origin, string message, string? value)
    {
        _faulty.Add(origin);
        if (origin.IsExisting)
        {
            Faults.Add(new(ImportNoteKind.Fault, $"account '{account.Id}'", "", null, value, message) { AccountId = account.Id });
            return;
        }

        var table = builder.TableAt(origin.Table);
        Faults.Add(new(
            ImportNoteKind.Fault, table.Name, table.WhereOf(origin.Row), origin.Column < 0 ? null : table.TitleOf(origin.Column), value,
            message)
        {
            AccountId = account.Id,
        });
    }

    // The row that a place of the account comes from, and what of the place is not there.
    private static (ImportOrigin Origin, string Missing) Locate(ImportObject root, string path)
    {
        ImportNode? node = root;
        var origin = root.Origin;
        var at = 0;
        while (node is not null && at < path.Length)
        {
            var start = at;
            if (path[at] == '.')
                at++;
            if (path[at] == '[' && node is ImportItems items && path.IndexOf(']', at) is > 0 and var close
                && int.TryParse(
                    path.AsSpan(at + 1, close - at - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && index < items.Items.Count)
            {
                node = items.Items[index];
                at = close + 1;
            }
            else if (node is ImportObject part)
            {
                var end = path.AsSpan(at).IndexOfAny('.', '[');
                end = end < 0 ? path.Length : at + end;
                var member = part.FindMember(path[at..end], out _);
                if (member is null)
                    return (origin, path[start..].TrimStart('.'));
                (node, at) = (member, end);
            }
            else
            {
                return (origin, path[start..].TrimStart('.'));
            }

            if (node is ImportValue value)
                return (value.Origin, "");
            if (node is ImportObject inner)
                origin = inner.Origin;
        }

        return (origin, "");
    }
}
