using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Purchases;

/// <summary>A small table that comes with the purchases, with fixed names of its columns.</summary>
internal static class SideTable
{
    public static Table Open(TableSource source, string option, params TableColumn[] columns)
    {
        try
        {
            return Table.Open(source, new(), columns);
        }
        catch (ToolException e) when (e is not UsageException)
        {
            var message = e.Message.Split(" Name the column with", 2)[0];
            throw new ToolException(
                $"{message} {option} takes a table in UTF-8 with the columns {string.Join(", ", columns.Select(column => column.Name))}.",
                e);
        }
    }
}
