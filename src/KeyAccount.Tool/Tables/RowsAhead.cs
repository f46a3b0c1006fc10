namespace KeyAccount.Tool.Tables;

/// <summary>Rows that another thread reads while the ones before them are used: the same rows in the same order, and what is wrong with the
/// file when its place is reached. It is never more than two batches ahead.</summary>
internal sealed class RowsAhead : IDisposable
{
    private readonly TableRows _rows;
    private KeptRows _current;
    private KeptRows _next;

    // Whether rows follow those of the batch, or why not.
    private Task<bool> _filled = Task.FromResult(true);
    private Task<bool> _filling;
    private volatile bool _isLeft;

    public RowsAhead(TableRows rows, IReadOnlyCollection<int> columns)
    {
        (_rows, _current, _next) = (rows, rows.Keep(columns), rows.Keep(columns));
        _filling = Fill(_next);
    }

    /// <summary>The current row.</summary>
    public TableRow Row => _current;

    /// <summary>Goes to the next row; false at the end.</summary>
    public bool Read()
    {
        while (!_current.MoveNext())
        {
            if (!_filled.GetAwaiter().GetResult())
                return false;
            Wait(_filling);
            (_current, _next, _filled) = (_next, _current, _filling);
            _filling = _filled.IsCompletedSuccessfully && _filled.Result ? Fill(_next) : Task.FromResult(false);
        }

        return true;
    }

    // The table must not be closed under the thread that reads it.
    public void Dispose()
    {
        _isLeft = true;
        Wait(_filling);
    }

    private Task<bool> Fill(KeptRows batch)
    {
        batch.Clear();
        return Task.Run(() =>
        {
            while (!batch.IsFull && !_isLeft)
            {
                if (!_rows.Read())
                    return false;
                batch.Add();
            }

            return true;
        });
    }

    // Without an error: the rows before it come first, and nobody asks when the rest is left.
    private static void Wait(Task<bool> batch)
    {
        ((IAsyncResult)batch).AsyncWaitHandle.WaitOne();
        _ = batch.Exception;
    }
}
