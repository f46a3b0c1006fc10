namespace KeyAccount.Core.Sql.Tests;

public sealed class ColumnTests
{
    [Fact]
    public void A_name_is_a_column_of_which_nothing_else_is_known()
    {
        SqlColumn column = "credit_days";
        column.Should().Be(SqlColumn.FromString("credit_days")).And.Be(new SqlColumn("credit_days"));
    }
}
