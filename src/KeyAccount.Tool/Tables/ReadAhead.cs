namespace KeyAccount.Tool.Tables;

/// <summary>Reads the next item; false at the end.</summary>
internal delegate bool TryRead<T>(out T item);

/// <summary>Items that another thread reads while those before them are used: the same items in the same order, and the fault that ends
/// them when its place is reached. Reading is never more than two batches ahead.</summary>
/// <param name="read">Reads the next item; called on one thread at a time.</param>
internal sealed class ReadAhead<T>(TryRead<T> read) : IDisposable
{
    // So that handing them to another thread costs little, and a small file is not read by two.
    private const int Batch = 1024;

    private volatile bool _isLeft;
    private Task _reading = Task.CompletedTask;

    /// <summary>All items.</summary>
    public IEnumerable<T> Items()
    {
        var (current, next) = (new List<T>(Batch), new List<T>(Batch));
        for (var filling = Fill(current); ;)
        {
            Wait();
            var filled = filling;
            var isMore = filled.IsCompletedSuccessfully && filled.Result;
            if (isMore)
                filling = Fill(next);
            foreach (var item in current)
                yield return item;
            if (!isMore)
            {
                // Throws what ended the items.
                filled.GetAwaiter().GetResult();
                yield break;
            }

            (current, next) = (next, current);
        }
    }

    // What is read must not be closed under the thread that reads it.
    public void Dispose()
    {
        _isLeft = true;
        Wait();
    }

    private Task<bool> Fill(List<T> batch)
    {
        batch.Clear();
        var filling = Task.Run(() =>
        {
            while (batch.Count < Batch && !_isLeft)
            {
                if (!read(out var item))
                    return false;
                batch.Add(item);
            }

            return true;
        });
        _reading = filling;
        return filling;
    }

    // Without an error: the items before it come first, and nobody asks when the rest is left.
    private void Wait()
    {
        ((IAsyncResult)_reading).AsyncWaitHandle.WaitOne();
        _ = _reading.Exception;
    }
}
