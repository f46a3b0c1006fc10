using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Tables;

/// <summary>A row that cannot be used; the others may be.</summary>
internal sealed class RowException(RowFault fault) : ToolException($"{fault}.")
{
    public RowFault Fault { get; } = fault;
}
