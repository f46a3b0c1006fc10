namespace KeyAccount.Tool.Output;

/// <summary>How a result is written.</summary>
internal enum OutputFormat
{
    Table,
    Json,
    Csv,
    Md,
    Html,
    Xlsx,
}
