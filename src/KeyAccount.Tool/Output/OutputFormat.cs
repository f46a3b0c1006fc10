namespace KeyAccount.Tool.Output;

/// <summary>The format of a result.</summary>
internal enum OutputFormat
{
    Table,
    Json,
    Csv,
    Md,
    Html,
    Xlsx,
}
