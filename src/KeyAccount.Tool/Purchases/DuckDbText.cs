using System.Buffers;
using System.Globalization;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Purchases;

/// <summary>Makes sure that DuckDB takes a table of text apart as the reader of tables does. The two differ in what stands beside a
/// quotation mark, and in the character 0.</summary>
internal sealed class DuckDbText
{
    private const int Block = 1 << 16;

    private static readonly SearchValues<byte> Outside = SearchValues.Create("\"\0"u8);
    private static readonly SearchValues<byte> Inside = SearchValues.Create("\"\r\n\0"u8);

    private readonly byte _separator;
    private State _state;
    private long _lines = 1;

    // What stands before the current block: the last byte that is no blank, and whether blanks follow it.
    private byte _last = (byte)'\n';
    private bool _hasBlank;

    private DuckDbText(char separator) => _separator = (byte)separator;

    private enum State
    {
        Outside,
        Inside,
        Closing,
    }

    /// <summary>Whether a quoted field goes over several lines.</summary>
    public bool HasLines { get; private set; }

    /// <summary>Looks at the whole file; true if a quoted field goes over several lines.</summary>
    public static bool Check(TableSource source, char separator)
    {
        var (text, encoding) = TextStreams.Open(source, null);
        if (encoding != "utf-8")
            throw new ToolException($"the file is {TextStreams.Display(encoding)}, and DuckDB reads UTF-8; leave out --engine duckdb.");
        var check = new DuckDbText(separator);
        TextStreams.Reading(source, encoding, () =>
        {
            var block = new byte[Block];
            int length;
            while ((length = text.ReadAtLeast(block, block.Length, throwOnEndOfStream: false)) > 0)
                check.Add(block.AsSpan(0, length));
            return true;
        });
        return check._state == State.Inside ? throw check.Refused("a quotation mark is not closed", 0) : check.HasLines;
    }

    private void Add(ReadOnlySpan<byte> block)
    {
        for (var i = 0; i < block.Length; i++)
        {
            if (_state == State.Closing)
            {
                if (block[i] != '"' && block[i] != _separator && block[i] is not ((byte)'\r' or (byte)'\n'))
                    throw Refused("there is text after a closing quotation mark", block[..i].Count((byte)'\n'));
                _state = block[i] == '"' ? State.Inside : State.Outside;
                continue;
            }

            var next = block[i..].IndexOfAny(_state == State.Inside ? Inside : Outside);
            if (next < 0)
                break;
            i += next;
            if (block[i] == 0)
                throw Refused("there is a character 0", block[..i].Count((byte)'\n'));
            if (_state == State.Inside)
            {
                HasLines |= block[i] != '"';
                _state = block[i] == '"' ? State.Closing : State.Inside;
            }
            else
            {
                Open(block[..i]);
            }
        }

        _lines += block.Count((byte)'\n');
        var end = block.TrimEnd((byte)' ');
        _hasBlank = end.Length < block.Length || (end.IsEmpty && _hasBlank);
        if (!end.IsEmpty)
            _last = end[^1];
    }

    // A mark at the beginning of a field opens it; behind blanks it does for DuckDB only, and anywhere else for none.
    private void Open(ReadOnlySpan<byte> before)
    {
        var end = before.TrimEnd((byte)' ');
        var last = end.IsEmpty ? _last : end[^1];
        if (last != _separator && last is not ((byte)'\r' or (byte)'\n'))
            return;
        if (end.Length < before.Length || (end.IsEmpty && _hasBlank))
            throw Refused("there are blanks before a quotation mark", before.Count((byte)'\n'));
        _state = State.Inside;
    }

    private ToolException Refused(string what, long lines) => new(string.Create(
        CultureInfo.InvariantCulture, $"line {_lines + lines}: {what}, which DuckDB reads otherwise. Leave out --engine duckdb."));
}
