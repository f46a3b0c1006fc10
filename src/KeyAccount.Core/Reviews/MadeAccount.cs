using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace KeyAccount.Core.Reviews;

/// <summary>The result of assembling one account, with what there is to tell of it; the builder takes it over in the order of the accounts.
/// The buffers serve one account after another.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "it writes to memory")]
internal sealed class MadeAccount
{
    private readonly ArrayBufferWriter<byte> _assembled = new(4096);
    private readonly ArrayBufferWriter<byte> _written = new(4096);
    private readonly Utf8JsonWriter _assembling;
    private readonly Utf8JsonWriter _writing;
    private int _start;

    public MadeAccount(JavaScriptEncoder encoder)
    {
        _assembling = new(_assembled, new() { SkipValidation = true });
        _writing = new(_written, new() { Indented = true, Encoder = encoder, SkipValidation = true });
    }

    /// <summary>The account; null if it is left out.</summary>
    public AccountFile? Account { get; set; }

    /// <summary>The account as it stands in a file, with the line break before it; empty if nobody asked for it.</summary>
    public ReadOnlySpan<byte> Json => _written.WrittenSpan[_start..];

    public List<ImportNote> Notes { get; } = [];

    /// <summary>The number of rows used, by table.</summary>
    public List<(int Table, long Rows)> Used { get; } = [];

    /// <summary>The values that the account has; null if it is left out.</summary>
    public ulong[]? Filled { get; set; }

    public void Clear()
    {
        (Account, Filled, _start) = (null, null, 0);
        Notes.Clear();
        Used.Clear();
        _written.ResetWrittenCount();
    }

    /// <summary>The JSON of what has been assembled of rows.</summary>
    public ReadOnlyMemory<byte> Assemble(ImportObject root)
    {
        _assembled.ResetWrittenCount();
        _assembling.Reset();
        root.Write(_assembling);
        _assembling.Flush();
        return _assembled.WrittenMemory;
    }

    /// <summary>Writes the account as an entry of the list in a portfolio, indented as deep.</summary>
    public void Write()
    {
        _writing.Reset();
        _writing.WriteStartArray();
        _writing.WriteStartArray();
        _writing.Flush();
        _start = _written.WrittenCount;
        JsonSerializer.Serialize(_writing, Account!, PlainPurchasesConverter.Account);
        _writing.Flush();
    }
}
